/** What a series of buckets tells: its trend, its changes, what stands out, what comes next. Pure mathematics, no I/O. */
@CheckReturnValue
@NullMarked
package huisheng.insight.series;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
