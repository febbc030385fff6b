/** Aspect packs and lexicons: what a company edits. */
@CheckReturnValue
@NullMarked
package huisheng.analysis.pack;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
