package huisheng.store;

import io.vertx.pgclient.PgConnectOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own, durable, on the loopback interface only. One process at a time may own its folder; a
 * server that a killed process left behind is stopped first. Every method may block. Safe from any thread.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    static final String NAME = "huisheng";
    private static final String USER = "postgres";
    private static final String MARK = "# written by Huisheng";
    private static final String ACCESS =
            MARK + "\nhost all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";

    private final FileChannel lock;
    private final Path cluster;
    private final Path binaries;
    private final int port;
    private final String password;
    private EmbeddedPostgres server;
    private boolean closed;

    private EmbeddedDatabase(FileChannel lock, Path cluster, Path binaries, EmbeddedPostgres server, String password) {
        this.lock = lock;
        this.cluster = cluster;
        this.binaries = binaries;
        this.port = server.getPort();
        this.server = server;
        this.password = password;
    }

    /**
     * @param data folder that holds the cluster and the unpacked server
     * @param port 0 takes a free one
     * @throws IOException with a sentence for the reader where it cannot start
     */
    public static EmbeddedDatabase start(Path data, int port) throws IOException {
        return start(data, data.resolve("postgres-binaries"), port);
    }

    static EmbeddedDatabase start(Path data, Path binaries, int port) throws IOException {
        checkUser();
        Files.createDirectories(data);
        FileChannel lock = lock(data.resolve("postgres.lock"));
        EmbeddedPostgres server = null;
        try {
            Path cluster = data.resolve("postgres").toAbsolutePath();
            Postmaster.clear(cluster);
            setAsideUnfinished(cluster);
            String password = password(data.resolve("postgres.password"));
            server = launch(cluster, binaries, port, password);
            prepare(server, cluster, password);
            return new EmbeddedDatabase(lock, cluster, binaries, server, password);
        } catch (IOException | SQLException | RuntimeException e) {
            if (server != null) server.close();
            lock.close();
            throw new IOException("the embedded PostgreSQL in " + data + " did not start: " + e.getMessage(), e);
        }
    }

    private static void checkUser() throws IOException {
        Path self = Path.of("/proc/self");
        if (!Files.exists(self) || !Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))) return;
        if (LinuxUtils.isUnshareAvailable()) return;
        throw new IOException(
                "PostgreSQL refuses to run as root and 'unshare -U' does not work here: start Huisheng as an"
                        + " ordinary user, install util-linux and allow user namespaces, or set the URL of a PostgreSQL server");
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) return channel;
        } catch (OverlappingFileLockException held) {
            LOG.debug("this process holds {} already", file);
        }
        channel.close();
        throw new IOException("another Huisheng uses the database in " + file.getParent()
                + "; stop it, choose another data folder, or set the URL of a PostgreSQL server for both");
    }

    /** A cluster without our access rules never finished its first start, so it holds nothing of ours. */
    private static void setAsideUnfinished(Path cluster) throws IOException {
        if (!Files.exists(cluster) || finished(cluster)) return;
        try (var entries = Files.list(cluster)) {
            if (entries.findAny().isEmpty()) return;
        }
        Path aside =
                cluster.resolveSibling("postgres-unfinished-" + Instant.now().toEpochMilli());
        Files.move(cluster, aside);
        LOG.warn("a first start was cut short; its folder is now {}", aside);
    }

    private static boolean finished(Path cluster) throws IOException {
        Path access = cluster.resolve("pg_hba.conf");
        return Files.exists(access) && Files.readString(access).startsWith(MARK);
    }

    private static String password(Path file) throws IOException {
        if (Files.exists(file)) return Files.readString(file).strip();
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, password);
        return password;
    }

    private static EmbeddedPostgres launch(Path cluster, Path binaries, int port, String password) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setOverrideWorkingDirectory(binaries.toAbsolutePath().toFile())
                .setCleanDataDirectory(false)
                // The owner closes it, after everything that writes has ended.
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setConnectConfig("password", password)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                // zonky's own defaults are off for both, and could lose what was acknowledged.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("work_mem", "16MB")
                .setServerConfig("wal_compression", "on")
                .setServerConfig("max_wal_size", "2GB")
                // after each checkpoint every page is written whole once more
                .setServerConfig("checkpoint_timeout", "15min")
                // pages come from memory or a solid-state disk: tables that grow are not scanned for a batch
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off")
                // Parallel queries need /dev/shm, which containers keep small.
                .setServerConfig("max_parallel_workers_per_gather", "0")
                .start();
    }

    private static void prepare(EmbeddedPostgres server, Path cluster, String password)
            throws IOException, SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement)) statement.execute("CREATE DATABASE " + NAME);
            if (finished(cluster)) return;
            statement.execute("ALTER ROLE " + USER + " PASSWORD '" + password + "'");
            Files.writeString(cluster.resolve("pg_hba.conf"), ACCESS);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
            return found.next();
        }
    }

    public int port() {
        return port;
    }

    /**
     * Starts the server again where its process has died, on the port that it had. What was committed is there; what
     * was under way has failed.
     *
     * @return whether it was dead
     * @throws IOException where it does not start, now; it may be tried again
     */
    synchronized boolean revive() throws IOException {
        if (closed || Postmaster.serves(cluster)) return false;
        LOG.error("the embedded PostgreSQL has died, starting it again");
        // Only gives its lock back: there is nothing to stop.
        server.close();
        Postmaster.clear(cluster);
        server = launch(cluster, binaries, port, password);
        LOG.warn("the embedded PostgreSQL serves again");
        return true;
    }

    PgConnectOptions options() {
        return options(NAME);
    }

    PgConnectOptions options(String database) {
        return new PgConnectOptions()
                .setHost("localhost")
                .setPort(port())
                .setUser(USER)
                .setPassword(password)
                .setDatabase(database);
    }

    /** Address of one of its databases, with the password: for tests and tools, never for a log. */
    String url(String database) {
        return "postgresql://" + USER + ":" + password + "@localhost:" + port() + "/" + database;
    }

    /** A fast shutdown: open connections are cut, everything committed is on disk. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        try (lock) {
            server.close();
        }
    }
}
