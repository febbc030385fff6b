package huisheng.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is.
 *
 * @param url {@code postgresql://user:password@host:port/database}; null starts an embedded server
 * @param data folder of the embedded server
 * @param port of the embedded server on the loopback interface; 0 takes a free one
 * @param poolSize connections at most
 */
public record DatabaseSettings(@Nullable String url, Path data, int port, int poolSize) {
    public static final int DEFAULT_POOL_SIZE = 12;

    public DatabaseSettings {
        if (poolSize < 1) throw new IllegalArgumentException("the pool needs at least one connection, not " + poolSize);
    }

    public static DatabaseSettings embedded(Path data) {
        return new DatabaseSettings(null, data, 0, DEFAULT_POOL_SIZE);
    }

    public static DatabaseSettings at(String url) {
        return new DatabaseSettings(url, Path.of("data"), 0, DEFAULT_POOL_SIZE);
    }

    /** Without the password. */
    @Override
    public String toString() {
        String where = url == null
                ? "embedded in " + data
                : url.replaceAll("//[^/]*@", "//***@").replaceAll("\\?.*", "");
        return "DatabaseSettings[" + where + ", poolSize=" + poolSize + "]";
    }
}
