/** Rules about many reviews together, evaluated on what the index shows: one class a kind. */
@CheckReturnValue
@NullMarked
package huisheng.alert.watch;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
