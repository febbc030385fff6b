/** A slow second reading by CoreNLP's own models, on request and only where a Maven profile has added them. */
@CheckReturnValue
@NullMarked
package huisheng.analysis.deep;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
