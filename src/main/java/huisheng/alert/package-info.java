/** Alerts: what rules have found becomes one alert a group, told at the right time to the right people. */
@CheckReturnValue
@NullMarked
package huisheng.alert;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
