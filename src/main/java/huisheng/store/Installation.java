package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Positions count transactions of one server. A dump restored elsewhere brings positions that mean nothing there, maybe
 * ahead of anything the new server will write: then every change is stamped anew, and followers are told by a new id.
 */
final class Installation {
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    private static final long LOCK = 0x6875_6973_6865_6e67L;

    private static final String MAY_ASK = "SELECT has_function_privilege('pg_control_system()', 'execute') AS may";

    private static final String OID = "(SELECT oid::text FROM pg_database WHERE datname = current_database())";

    private static final String SEQUENCE =
            "SELECT setval('review_change_seq', greatest((SELECT coalesce(max(seq), 0) + 1 FROM review_change),"
                    + " (SELECT last_value FROM review_change_seq)))";

    private static final String RESTAMP =
            "UPDATE review_change SET xid = pg_current_xact_id(), seq = nextval('review_change_seq')";

    private static final String RENAME = "UPDATE installation SET id = gen_random_uuid(), home = $1";
    private static final String SETTLE = "UPDATE installation SET home = $1";

    private Installation() {}

    static Future<Void> settle(Pool pool) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("SELECT pg_advisory_xact_lock($1)")
                .execute(Tuple.of(LOCK))
                .compose(locked -> here(connection))
                .compose(here -> check(connection, here)));
    }

    /** SQL for what names this server and database; a hosted server may hide its own number. */
    private static Future<String> here(SqlConnection connection) {
        return connection
                .query(MAY_ASK)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("may")
                        ? "(SELECT system_identifier::text FROM pg_control_system()) || '/' || " + OID
                        : OID);
    }

    private static String state(String here) {
        return """
                SELECT i.home, %s AS here,
                       coalesce((SELECT c.xid >= pg_snapshot_xmax(pg_current_snapshot())
                                 FROM review_change c ORDER BY c.xid DESC, c.seq DESC LIMIT 1), false) AS ahead
                FROM installation i""".formatted(here);
    }

    private static Future<Void> check(SqlConnection connection, String here) {
        return connection.query(state(here)).execute().compose(rows -> {
            var row = rows.iterator().next();
            String home = row.getString("home");
            Tuple now = Tuple.of(row.getString("here"));
            if (home == null)
                return connection.preparedQuery(SETTLE).execute(now).mapEmpty();
            if (home.equals(now.getString(0)) && !row.getBoolean("ahead")) return Future.succeededFuture();
            LOG.warn("this database was restored from another: every change gets a new position");
            return connection
                    .query(SEQUENCE)
                    .execute()
                    .compose(done -> connection.query(RESTAMP).execute())
                    .compose(done -> connection.preparedQuery(RENAME).execute(now))
                    .mapEmpty();
        });
    }
}
