/** What is watched: rules as a company writes them, and which reviews they match. Pure. */
@CheckReturnValue
@NullMarked
package huisheng.alert.rule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
