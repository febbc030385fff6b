package huisheng.store;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One real PostgreSQL a test JVM, under target/, stopped when the JVM ends; each caller gets a database of its own. */
public final class EmbeddedDatabases {
    private static final Path HOME = Path.of("target", "embedded");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable EmbeddedDatabase server;

    private EmbeddedDatabases() {}

    /** URL of a new, empty database on the shared server. */
    public static synchronized String url() {
        try {
            EmbeddedDatabase running = server();
            String name = "test_" + COUNT.incrementAndGet();
            execute(running, "CREATE DATABASE " + name);
            return running.url(name);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new database, migrated and open. The caller closes it. */
    public static Database open(Vertx vertx) {
        return await(Database.open(vertx, DatabaseSettings.at(url())));
    }

    /** For tests: the value of a future, or its failure. */
    @CanIgnoreReturnValue
    public static <T> T await(Future<T> future) {
        return await(future, Duration.ofMinutes(1));
    }

    @CanIgnoreReturnValue
    public static <T> T await(Future<T> future, Duration limit) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("nothing within " + limit, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedDatabase server() throws IOException, SQLException {
        EmbeddedDatabase running = server;
        if (running != null) return running;
        running = start();
        server = running;
        EmbeddedDatabase started = running;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started), "embedded-postgres-stop"));
        dropLeftovers(running);
        return running;
    }

    /** The first folder that no other test run holds. */
    private static EmbeddedDatabase start() throws IOException {
        List<IOException> refused = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            try {
                return EmbeddedDatabase.start(HOME.resolve("shared-" + i), HOME.resolve("binaries"), 0);
            } catch (IOException e) {
                refused.add(e);
            }
        }
        IOException all = new IOException("no embedded PostgreSQL for the tests");
        refused.forEach(all::addSuppressed);
        throw all;
    }

    private static void dropLeftovers(EmbeddedDatabase running) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(jdbc(running));
                Statement statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("SELECT datname FROM pg_database WHERE datname LIKE 'test%'")) {
                while (rows.next()) names.add(rows.getString(1));
            }
            for (String name : names) statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    private static void execute(EmbeddedDatabase running, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc(running));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String jdbc(EmbeddedDatabase running) {
        var options = running.options();
        return "jdbc:postgresql://localhost:" + running.port() + "/postgres?user=" + options.getUser() + "&password="
                + options.getPassword();
    }

    /** @param url as {@link #url} gave it */
    public static Connection connect(String url) throws SQLException {
        URI at = URI.create(url);
        String[] user = at.getUserInfo().split(":", 2);
        String address = "jdbc:postgresql://" + at.getAuthority().replaceAll(".*@", "") + at.getPath();
        return DriverManager.getConnection(address, user[0], user[1]);
    }

    private static void stop(EmbeddedDatabase running) {
        try {
            running.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
