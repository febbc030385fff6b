/** Trains and evaluates the models of the analysis from labelled corpora. */
@CheckReturnValue
@NullMarked
package huisheng.learning;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
