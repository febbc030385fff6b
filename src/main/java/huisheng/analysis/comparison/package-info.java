/** Comparisons with other products, shops and earlier versions. */
@CheckReturnValue
@NullMarked
package huisheng.analysis.comparison;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
