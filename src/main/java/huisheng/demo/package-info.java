/** Writes the demo corpus from its grammar, with the truth about the events planted in it. */
@CheckReturnValue
@NullMarked
package huisheng.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
