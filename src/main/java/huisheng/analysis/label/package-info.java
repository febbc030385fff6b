/** What a learned model says of the whole text: stance, intents, noise, dangers, needs, comparisons. */
@CheckReturnValue
@NullMarked
package huisheng.analysis.label;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
