/** The formulas behind the figures: pure, each with its source, none that knows of reviews. */
@CheckReturnValue
@NullMarked
package huisheng.insight.statistics;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
