/** PostgreSQL: the only truth and the work queue. One class per family of statements. */
@CheckReturnValue
@NullMarked
package huisheng.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
