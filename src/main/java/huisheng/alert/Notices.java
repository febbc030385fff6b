package huisheng.alert;

import huisheng.alert.delivery.Notice;
import huisheng.insight.ask.Wording;
import huisheng.json.Json;
import huisheng.review.Dimension;
import huisheng.store.NewEvent;
import huisheng.store.StoredAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Alerts as they are told outside. */
final class Notices {
    static final String RAISED = "alert.raised";
    static final String GROUPED = "alert.grouped";
    static final String ESCALATED = "alert.escalated";
    static final String ACKNOWLEDGED = "alert.acknowledged";

    private static final Duration LATE = Duration.ofMinutes(5);

    private Notices() {}

    /**
     * The first time that it is told, or again because more of it was found. The key names how much: the same growth is told
     * once.
     *
     * @param alert as it stood before
     */
    static NewEvent told(StoredAlert alert, AlertBody body, @Nullable String said, Instant now, Set<String> targets) {
        boolean again = alert.telling().times() > 0;
        String type = again ? GROUPED : RAISED;
        String key = key(alert, (again ? "grouped:" : "raised:") + alert.count());
        Wording more = again ? more(alert) : Wording.same("");
        Wording late = now.isAfter(alert.lastSeen().plus(LATE)) ? late(alert) : Wording.same("");
        return event(alert, body, type, key, join(more, join(late, text(body))), said, now, targets);
    }

    static NewEvent escalated(StoredAlert alert, AlertBody body, Instant now, Set<String> targets) {
        String raised = Times.told(alert.raised().at());
        Wording nobody = new Wording("自 " + raised + " 起无人确认。", "Nobody has acknowledged it since " + raised + ".");
        return event(alert, body, ESCALATED, key(alert, "escalated"), join(nobody, text(body)), null, now, targets);
    }

    static NewEvent acknowledged(StoredAlert alert, AlertBody body, String by, Instant now, Set<String> targets) {
        Wording who = new Wording(by + " 已确认。", by + " has acknowledged it.");
        return event(alert, body, ACKNOWLEDGED, key(alert, "acknowledged"), who, null, now, targets);
    }

    private static String key(StoredAlert alert, String what) {
        return "alert:" + alert.id() + ":" + what;
    }

    private static Wording more(StoredAlert alert) {
        long news = news(alert);
        String raised = Times.told(alert.raised().at());
        return new Wording(
                "上次通知后又发现 " + news + " 次，自 " + raised + " 起共 " + alert.count() + " 次。",
                "Found " + news + (news == 1 ? " more time" : " more times") + " since the last notice, "
                        + alert.count() + " in all since " + raised + ".");
    }

    /** What was held back tells of something that was a while ago. */
    private static Wording late(StoredAlert alert) {
        String seen = Times.told(alert.lastSeen());
        return new Wording("最近一次发现于 " + seen + "。", "Last found at " + seen + ".");
    }

    private static long news(StoredAlert alert) {
        return alert.count() - alert.telling().count();
    }

    private static Wording text(AlertBody body) {
        return body.cause() == null ? body.text() : join(body.text(), body.cause());
    }

    private static Wording join(Wording first, Wording second) {
        if (first.zh().isEmpty()) return second;
        return new Wording(first.zh() + "\n" + second.zh(), first.en() + "\n" + second.en());
    }

    private static NewEvent event(
            StoredAlert alert,
            AlertBody body,
            String type,
            String key,
            Wording text,
            @Nullable String said,
            Instant now,
            Set<String> targets) {
        Notice notice = new Notice(
                key, type, alert.level(), body.title(), text, "/#/alerts/" + alert.id(), now, facts(alert, body));
        String told = Json.write(notice.quoting(said));
        NewEvent event = new NewEvent(key, type, alert.level(), alert.about(), told, targets);
        // what was found last is the first of its evidence, and a sign at either end of its words stands for more
        return said == null ? event : event.quoting(body.evidence().getFirst().id(), said.replaceAll("^…|…$", ""));
    }

    private static Map<String, Object> facts(StoredAlert alert, AlertBody body) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("alert", alert.id());
        facts.put("rule", alert.rule());
        facts.put("kind", body.kind());
        facts.put("state", alert.state());
        facts.put("since", alert.raised().since());
        facts.put("deadline", alert.raised().deadline());
        facts.put("count", alert.count());
        facts.put("lastSeen", alert.lastSeen());
        facts.put("n", body.n());
        Map<String, String> where = new TreeMap<>();
        for (Map.Entry<Dimension, String> value : body.where().entrySet()) {
            where.put(value.getKey().key(), value.getValue());
        }
        facts.put("where", where);
        facts.put("figures", body.figures());
        facts.put("reviews", body.link());
        return facts;
    }
}
