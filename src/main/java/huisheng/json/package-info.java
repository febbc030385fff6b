/** The one mapping between the nouns and JSON, for wire, files and store. */
@CheckReturnValue
@NullMarked
package huisheng.json;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
