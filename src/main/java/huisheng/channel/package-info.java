/** Connectors: one channel's payload becomes reviews and rejections. Pure, one file a channel. */
@CheckReturnValue
@NullMarked
package huisheng.channel;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
