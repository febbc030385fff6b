/** Scores an analysis on labelled reviews, by the kinds of labels that their rows carry. */
@CheckReturnValue
@NullMarked
package huisheng.learning.evaluation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
