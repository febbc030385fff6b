/** The write path: read, mask, save, answer; analyse; follow. */
@CheckReturnValue
@NullMarked
package huisheng.ingest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
