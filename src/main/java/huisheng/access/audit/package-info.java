/** What was read, taken out and changed, kept so that nothing is changed afterwards unseen. */
@CheckReturnValue
@NullMarked
package huisheng.access.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
