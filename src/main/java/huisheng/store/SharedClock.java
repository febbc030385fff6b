package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;

/**
 * The time by which alerts are raised, told and due: the database's, the one clock that all processes share. It may be set
 * back as any other: what bears a time that it has not reached is taken for past, so that nothing waits for it to come
 * again.
 */
@FunctionalInterface
public interface SharedClock {
    SharedClock DATABASE = client -> client.query("SELECT clock_timestamp() AS now")
            .execute()
            .map(rows -> ReviewRows.time(rows.iterator().next(), "now"));

    /** What it says once all that the connection was asked before is done. */
    Future<Instant> now(SqlClient client);
}
