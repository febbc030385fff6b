/** What learned models share: the features of a text and linear models that score many labels at once. */
@CheckReturnValue
@NullMarked
package huisheng.analysis.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
