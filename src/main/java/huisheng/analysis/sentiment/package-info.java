/** The stance of a whole review. */
@CheckReturnValue
@NullMarked
package huisheng.analysis.sentiment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
