/** Measures the product against the goals it was given, each figure beside a named baseline of the same run. */
@CheckReturnValue
@NullMarked
package huisheng.bench;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
