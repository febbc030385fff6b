/** What all insight questions share: how they are put, and how an answer shows its evidence and can be checked. */
@CheckReturnValue
@NullMarked
package huisheng.insight.ask;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
