/** Finds and masks personal data and hashes authors, before anything is written. Pure. */
@CheckReturnValue
@NullMarked
package huisheng.privacy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
