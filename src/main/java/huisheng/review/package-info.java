/** The nouns of the product: what a review is, what is known about it, and which reviews a question is about. */
@CheckReturnValue
@NullMarked
package huisheng.review;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
