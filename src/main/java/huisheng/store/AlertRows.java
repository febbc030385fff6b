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
            t.last_seen, t.count, t.told, t.told_count, t.told_at, t.tried_at, t.tell_at, t.escalate_at, t.closed_at,
            t.body::text AS body,
            (SELECT max(m.until) FROM alert_mute m
             WHERE m.rule_id = t.rule_id AND (m.group_key IS NULL OR m.group_key = t.group_key)
               AND m.until > clock_timestamp()) AS muted_until""";

    static final String WRITE = """
            INSERT INTO alert AS t (id, rule_id, group_key, level, state, about, since, raised_at, deadline, last_seen,
                                    count, told, told_count, told_at, tried_at, tell_at, escalate_at, closed_at, body)
            VALUES ($1, $2, $3, $4, $5, $6::text::jsonb, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                    $19::text::jsonb)
            ON CONFLICT (id) DO UPDATE
            SET (level, state, about, deadline, last_seen, count, told, told_count, told_at, tried_at, tell_at,
                 escalate_at, closed_at, body)
                = (excluded.level, excluded.state, excluded.about, excluded.deadline, excluded.last_seen,
                   excluded.count, excluded.told, excluded.told_count, excluded.told_at, excluded.tried_at,
                   excluded.tell_at, excluded.escalate_at, excluded.closed_at, excluded.body)""";

    private AlertRows() {}

    static Tuple tuple(StoredAlert alert) {
        RaisedAlert raised = alert.raised();
        AlertTelling telling = alert.telling();
        return Tuple.tuple()
                .addLong(raised.id())
                .addLong(raised.rule())
                .addString(Texts.storable(raised.group()))
                .addInteger(raised.level())
                .addString(alert.state().label())
                .addString(Json.write(raised.about()))
                .addOffsetDateTime(utc(raised.since()))
                .addOffsetDateTime(utc(raised.at()))
                .addOffsetDateTime(utc(raised.deadline()))
                .addOffsetDateTime(utc(alert.lastSeen()))
                .addLong(alert.count())
                .addInteger(telling.times())
                .addLong(telling.count())
                .addOffsetDateTime(utc(telling.at()))
                .addOffsetDateTime(utc(telling.tried()))
                .addOffsetDateTime(utc(telling.next()))
                .addOffsetDateTime(utc(telling.escalation()))
                .addOffsetDateTime(utc(alert.closedAt()))
                .addString(Texts.storable(alert.body()));
    }

    static StoredAlert alert(Row row) {
        return new StoredAlert(
                raised(row),
                Labelled.of(AlertState.class, row.getString("state")),
                ReviewRows.time(row, "last_seen"),
                row.getLong("count"),
                telling(row),
                ReviewRows.timeOrNull(row, "closed_at"),
                ReviewRows.timeOrNull(row, "muted_until"),
                row.getString("body"));
    }

    private static RaisedAlert raised(Row row) {
        return new RaisedAlert(
                row.getLong("id"),
                row.getLong("rule_id"),
                row.getString("group_key"),
                row.getInteger("level"),
                Json.read(row.getString("about"), Scope.class),
                ReviewRows.time(row, "since"),
                ReviewRows.time(row, "raised_at"),
                ReviewRows.time(row, "deadline"));
    }

    private static AlertTelling telling(Row row) {
        return new AlertTelling(
                row.getInteger("told"),
                row.getLong("told_count"),
                ReviewRows.timeOrNull(row, "told_at"),
                ReviewRows.timeOrNull(row, "tried_at"),
                ReviewRows.timeOrNull(row, "tell_at"),
                ReviewRows.timeOrNull(row, "escalate_at"));
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
