/** Dangers told in a review: to health, to safety, to the brand. */
@CheckReturnValue
@NullMarked
package huisheng.analysis.risk;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
