package huisheng.channel.file;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one format, in order. */
interface Rows extends Closeable {
    /** The next row, null after the last. */
    @Nullable
    ReviewRow next() throws IOException;
}
