/** Who calls, and what they may see and do. */
@CheckReturnValue
@NullMarked
package huisheng.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
