/** The read path: one class per question. */
@CheckReturnValue
@NullMarked
package huisheng.insight;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
