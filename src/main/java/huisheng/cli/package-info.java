/** The commands. */
@CheckReturnValue
@NullMarked
package huisheng.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
