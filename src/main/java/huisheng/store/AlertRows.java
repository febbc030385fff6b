package huisheng.store;

import huisheng.json.Json;
import huisheng.review.Labelled;
import huisheng.review.Scope;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of alerts, both ways. */
final class AlertRows {
    /** Of {@code t}. */
    static final String COLUMNS = """
            t.id, t.rule_id, t.group_key, t.level, t.state, t.about::text AS about, t.since, t.raised_at, t.deadline,
            t.last_seen, t.count, t.told, t.told_at, t.tell_at, t.escalate_at, t.closed_at, t.muted_until,
            t.body::text AS body""";

    static final String WRITE = """
            INSERT INTO alert AS t (id, rule_id, group_key, level, state, about, since, raised_at, deadline, last_seen,
                                    count, told, told_at, tell_at, escalate_at, closed_at, muted_until, body)
            VALUES ($1, $2, $3, $4, $5, $6::text::jsonb, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                    $18::text::jsonb)
            ON CONFLICT (id) DO UPDATE
            SET (level, state, last_seen, count, told, told_at, tell_at, escalate_at, closed_at, muted_until, body)
                = (excluded.level, excluded.state, excluded.last_seen, excluded.count, excluded.told,
                   excluded.told_at, excluded.tell_at, excluded.escalate_at, excluded.closed_at, excluded.muted_until,
                   excluded.body)""";

    private AlertRows() {}

    static Tuple tuple(StoredAlert alert) {
        return Tuple.tuple()
                .addLong(alert.id())
                .addLong(alert.rule())
                .addString(Texts.storable(alert.group()))
                .addInteger(alert.level())
                .addString(alert.state().label())
                .addString(Json.write(alert.about()))
                .addOffsetDateTime(utc(alert.since()))
                .addOffsetDateTime(utc(alert.raisedAt()))
                .addOffsetDateTime(utc(alert.deadline()))
                .addOffsetDateTime(utc(alert.lastSeen()))
                .addLong(alert.count())
                .addInteger(alert.told())
                .addOffsetDateTime(utc(alert.toldAt()))
                .addOffsetDateTime(utc(alert.tellAt()))
                .addOffsetDateTime(utc(alert.escalateAt()))
                .addOffsetDateTime(utc(alert.closedAt()))
                .addOffsetDateTime(utc(alert.mutedUntil()))
                .addString(Texts.storable(alert.body()));
    }

    static StoredAlert alert(Row row) {
        return new StoredAlert(
                row.getLong("id"),
                row.getLong("rule_id"),
                row.getString("group_key"),
                row.getInteger("level"),
                Labelled.of(AlertState.class, row.getString("state")),
                Json.read(row.getString("about"), Scope.class),
                ReviewRows.time(row, "since"),
                ReviewRows.time(row, "raised_at"),
                ReviewRows.time(row, "deadline"),
                ReviewRows.time(row, "last_seen"),
                row.getLong("count"),
                row.getInteger("told"),
                ReviewRows.timeOrNull(row, "told_at"),
                ReviewRows.timeOrNull(row, "tell_at"),
                ReviewRows.timeOrNull(row, "escalate_at"),
                ReviewRows.timeOrNull(row, "closed_at"),
                ReviewRows.timeOrNull(row, "muted_until"),
                row.getString("body"));
    }

    static List<StoredAlert> alerts(RowSet<Row> rows) {
        List<StoredAlert> alerts = new ArrayList<>(rows.size());
        for (Row row : rows) alerts.add(alert(row));
        return alerts;
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
