/** The search index behind {@link huisheng.index.ReviewIndex}; every Lucene import lives here. */
@CheckReturnValue
@NullMarked
package huisheng.index;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
