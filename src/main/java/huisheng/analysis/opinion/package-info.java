/** Aspect opinions, read from a pack's lexicon clause by clause. */
@CheckReturnValue
@NullMarked
package huisheng.analysis.opinion;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
