/** Opens files of reviews and hands out their rows one by one, whatever their format. */
@CheckReturnValue
@NullMarked
package huisheng.channel.file;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
