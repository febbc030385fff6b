/** What the writer does with the review, and what they wish for. */
@CheckReturnValue
@NullMarked
package huisheng.analysis.intent;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
