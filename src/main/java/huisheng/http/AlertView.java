package huisheng.http;

import huisheng.alert.AlertBody;
import huisheng.alert.Proof;
import huisheng.insight.ask.Wording;
import huisheng.review.Dimension;
import huisheng.store.AlertLog;
import huisheng.store.AlertState;
import huisheng.store.StoredAlert;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is told.
 *
 * @param log what happened to it, the newest first; null in a list
 */
public record AlertView(
        long id,
        long rule,
        Wording ruleName,
        String kind,
        int level,
        AlertState state,
        Wording title,
        Wording text,
        @Nullable Wording cause,
        Map<Dimension, String> where,
        Instant since,
        Instant raisedAt,
        Instant deadline,
        Instant lastSeen,
        long count,
        int told,
        @Nullable Instant toldAt,
        @Nullable Instant tellAt,
        @Nullable Instant mutedUntil,
        @Nullable Instant closedAt,
        long n,
        Map<String, Object> figures,
        List<Proof> evidence,
        String link,
        @Nullable List<AlertLog> log) {
    static AlertView of(StoredAlert alert, @Nullable List<AlertLog> log) {
        AlertBody body = AlertBody.read(alert.body());
        return new AlertView(
                alert.id(),
                alert.rule(),
                body.rule(),
                body.kind(),
                alert.level(),
                alert.state(),
                body.title(),
                body.text(),
                body.cause(),
                new TreeMap<>(body.where()),
                alert.raised().since(),
                alert.raised().at(),
                alert.raised().deadline(),
                alert.lastSeen(),
                alert.count(),
                alert.telling().times(),
                alert.telling().at(),
                alert.telling().next(),
                alert.mutedUntil(),
                alert.closedAt(),
                body.n(),
                body.figures(),
                body.evidence(),
                body.link(),
                log);
    }
}
