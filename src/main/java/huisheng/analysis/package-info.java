/** The pipeline that reads a review, and the stages it is made of. */
@CheckReturnValue
@NullMarked
package huisheng.analysis;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
