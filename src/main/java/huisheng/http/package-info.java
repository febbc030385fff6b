/** One Routes class per resource, one error mapper, the contract, the dashboard. */
@CheckReturnValue
@NullMarked
package huisheng.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
