/** Aspect packs changed while the service runs: tried on stored reviews, applied everywhere at once, taken back. */
@CheckReturnValue
@NullMarked
package huisheng.ingest.sandbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
