/** The closed loop: problems and who solves them by when, whether it helped, and what was learnt for the next time. */
@CheckReturnValue
@NullMarked
package huisheng.ticket;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
