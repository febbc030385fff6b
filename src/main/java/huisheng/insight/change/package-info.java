/** Why a measure changed from one window to another: pure arithmetic over the counts of both windows. */
@CheckReturnValue
@NullMarked
package huisheng.insight.change;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
