/** Pure clustering of short texts and of customers: what is said alike, in groups with a label. No I/O. */
@CheckReturnValue
@NullMarked
package huisheng.insight.cluster;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
