/** Tokens of an OpenID provider, for companies that have one. */
@CheckReturnValue
@NullMarked
package huisheng.access.token;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
