package huisheng.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open database, migrated to this version's tables. Safe from any thread. */
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final long WATCH_MS = 500;
    /** Far above our own statements: what is longer is parsed and planned again with every call, by default above 2,048. */
    static final int LONGEST_PREPARED = 16_384;

    private final Vertx vertx;
    private final @Nullable EmbeddedDatabase embedded;
    private final Pool pool;
    private final Wakeups wakeups;
    private final RecentChanges recent = new RecentChanges();
    private final AtomicBoolean reviving = new AtomicBoolean();
    private long watch = -1;

    private Database(Vertx vertx, @Nullable EmbeddedDatabase embedded, Pool pool, Wakeups wakeups) {
        this.vertx = vertx;
        this.embedded = embedded;
        this.pool = pool;
        this.wakeups = wakeups;
    }

    /** Starts the embedded server where no URL is set, migrates, and connects. */
    public static Future<Database> open(Vertx vertx, DatabaseSettings settings) {
        return vertx.executeBlocking(() -> Prepared.of(settings), false)
                .compose(prepared -> connect(vertx, settings, prepared));
    }

    private static Future<Database> connect(Vertx vertx, DatabaseSettings settings, Prepared prepared) {
        PgConnectOptions options = prepared.options;
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(settings.poolSize()).setName("store"))
                .connectingTo(options)
                .using(vertx)
                .build();
        Wakeups wakeups = new Wakeups(vertx, options, pool);
        Database database = new Database(vertx, prepared.embedded, pool, wakeups);
        database.watchEmbedded();
        return Installation.settle(pool)
                .compose(settled -> wakeups.start())
                .map(database)
                .recover(failure -> database.close().transform(closed -> Future.failedFuture(failure)));
    }

    /** A server of our own has no one else to start it again. */
    private void watchEmbedded() {
        EmbeddedDatabase server = embedded;
        if (server == null) return;
        watch = vertx.setPeriodic(WATCH_MS, id -> {
            if (!reviving.compareAndSet(false, true)) return;
            vertx.executeBlocking(server::revive, false)
                    .onFailure(e -> LOG.error("the embedded PostgreSQL does not start again", e))
                    .onComplete(done -> reviving.set(false));
        });
    }

    public Pool pool() {
        return pool;
    }

    /** To take work off the event loop that a query's answer arrives on. */
    Vertx vertx() {
        return vertx;
    }

    public Wakeups wakeups() {
        return wakeups;
    }

    /** What this process wrote lately. */
    RecentChanges recent() {
        return recent;
    }

    /** Ends the connections, then the embedded server where there is one. */
    public Future<Void> close() {
        return wakeups.close().transform(any -> pool.close()).transform(any -> stop());
    }

    private Future<Void> stop() {
        EmbeddedDatabase server = embedded;
        if (server == null) return Future.succeededFuture();
        boolean unused = vertx.cancelTimer(watch);
        return vertx.executeBlocking(
                () -> {
                    server.close();
                    return null;
                },
                false);
    }

    private record Prepared(@Nullable EmbeddedDatabase embedded, PgConnectOptions options) {
        static Prepared of(DatabaseSettings settings) throws IOException {
            String url = settings.url();
            if (url != null) {
                PgConnectOptions options = read(url);
                migrate(options);
                return new Prepared(null, tuned(options));
            }
            EmbeddedDatabase server = EmbeddedDatabase.start(settings.data(), settings.port());
            try {
                migrate(server.options());
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
            return new Prepared(server, tuned(server.options()));
        }

        private static PgConnectOptions read(String url) {
            try {
                return PgConnectOptions.fromUri(url);
            } catch (IllegalArgumentException e) {
                // Its message repeats the URL, and with it the password.
                throw new IllegalArgumentException(
                        "the database URL must look like postgresql://user:password@host:5432/database");
            }
        }

        private static PgConnectOptions tuned(PgConnectOptions options) {
            options.setCachePreparedStatements(true);
            options.setPreparedStatementCacheSqlLimit(LONGEST_PREPARED);
            options.setProperties(Map.of("application_name", "huisheng", "TimeZone", "UTC"));
            SslMode mode = options.getSslMode();
            if (mode != SslMode.DISABLE && options.getSslOptions() == null) {
                boolean unchecked = mode != SslMode.VERIFY_CA && mode != SslMode.VERIFY_FULL;
                options.setSslOptions(new ClientSSLOptions().setTrustAll(unchecked));
            }
            return options;
        }
    }

    private static void migrate(PgConnectOptions options) {
        migrate(options, "latest");
    }

    /** @param target version of the tables up to which it goes */
    static void migrate(PgConnectOptions options, String target) {
        String host = options.getHost().contains(":") ? "[" + options.getHost() + "]" : options.getHost();
        String mode = options.getSslMode().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String ssl = options.getSslMode() == SslMode.DISABLE ? "" : "?sslmode=" + mode;
        String url = "jdbc:postgresql://" + host + ":" + options.getPort() + "/" + options.getDatabase() + ssl;
        Flyway flyway = Flyway.configure(Database.class.getClassLoader())
                .dataSource(url, options.getUser(), options.getPassword())
                .locations("classpath:huisheng/store")
                .target(target)
                .connectRetries(5)
                .connectRetriesInterval(2)
                .load();
        var unused = flyway.migrate();
    }
}
