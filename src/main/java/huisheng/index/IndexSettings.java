package huisheng.index;

import java.nio.file.Path;

/**
 * Where the index lives and what it may use.
 *
 * @param directory may be deleted while the service is down: the index is filled again
 * @param ramBufferMb megabytes of changes that are gathered before a segment is written, 1 to 2,000
 */
public record IndexSettings(Path directory, int ramBufferMb) {
    public static final int DEFAULT_RAM_BUFFER_MB = 64;

    public IndexSettings {
        if (ramBufferMb < 1 || ramBufferMb > 2000) {
            throw new IllegalArgumentException("ramBufferMb must be 1 to 2000, not " + ramBufferMb);
        }
    }

    public static IndexSettings in(Path directory) {
        return new IndexSettings(directory, DEFAULT_RAM_BUFFER_MB);
    }
}
