/** Reads English reviews: CoreNLP's tokenizer, sentence splitter and morphology, then models and rules of their own. */
@CheckReturnValue
@NullMarked
package huisheng.analysis.english;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
