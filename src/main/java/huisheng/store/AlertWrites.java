package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes alerts, what happened to them, and what is told of them, within the caller's transaction. */
final class AlertWrites {
    private static final String LOG = """
            INSERT INTO alert_log (alert_id, at, what, actor, comment)
            SELECT alert_id, at, what, actor, comment
            FROM unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::text[], $5::text[])
                AS i (alert_id, at, what, actor, comment)""";

    private AlertWrites() {}

    /** What is told comes first: how an alert stands depends on whether anybody takes it. Answers what was written. */
    static Future<List<AlertWrite>> write(SqlConnection connection, List<AlertWrite> wanted) {
        if (wanted.isEmpty()) return Future.succeededFuture(wanted);
        List<NewEvent> events =
                wanted.stream().flatMap(write -> write.events().stream()).toList();
        return OutboxTable.tell(connection, events).compose(taken -> {
            List<AlertWrite> writes =
                    wanted.stream().map(write -> write.heard(taken)).toList();
            List<Tuple> rows =
                    writes.stream().map(write -> AlertRows.tuple(write.alert())).toList();
            return connection
                    .preparedQuery(AlertRows.WRITE)
                    .executeBatch(rows)
                    .compose(done -> log(connection, writes))
                    .map(writes);
        });
    }

    private static Future<Void> log(SqlConnection connection, List<AlertWrite> writes) {
        List<Long> ids = new ArrayList<>();
        List<AlertLog> logs = new ArrayList<>();
        for (AlertWrite write : writes) {
            for (AlertLog log : write.log()) {
                ids.add(write.alert().id());
                logs.add(log);
            }
        }
        if (logs.isEmpty()) return Future.succeededFuture();
        Tuple parameters = Tuple.tuple()
                .addArrayOfLong(ids.toArray(Long[]::new))
                .addArrayOfOffsetDateTime(
                        logs.stream().map(log -> AlertRows.utc(log.at())).toArray(OffsetDateTime[]::new))
                .addArrayOfString(logs.stream().map(AlertLog::what).toArray(String[]::new))
                .addArrayOfString(logs.stream().map(log -> storable(log.by())).toArray(String[]::new))
                .addArrayOfString(
                        logs.stream().map(log -> storable(log.comment())).toArray(String[]::new));
        return connection.preparedQuery(LOG).execute(parameters).mapEmpty();
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : Texts.storable(text);
    }
}
