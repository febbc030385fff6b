/** Flags texts that say nothing about the product. */
@CheckReturnValue
@NullMarked
package huisheng.analysis.noise;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
