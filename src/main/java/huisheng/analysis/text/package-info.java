/** Stages that see the text: normalisation, language, clauses, tokens, keywords. */
@CheckReturnValue
@NullMarked
package huisheng.analysis.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
