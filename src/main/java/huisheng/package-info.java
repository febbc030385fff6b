/** The program: settings, wiring and main. */
@CheckReturnValue
@NullMarked
package huisheng;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
