/** People: who they are, what they know, and that they are logged in. */
@CheckReturnValue
@NullMarked
package huisheng.access.user;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
