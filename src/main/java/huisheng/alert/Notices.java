package huisheng.alert;

import huisheng.alert.delivery.Notice;
import huisheng.insight.ask.Wording;
import huisheng.json.Json;
import huisheng.review.Dimension;
import huisheng.store.NewEvent;
import huisheng.store.StoredAlert;
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

    private Notices() {}

    /** The first time that it is told, or again because more of it was found. */
    static NewEvent told(StoredAlert alert, AlertBody body, @Nullable String said, Instant now, Set<String> targets) {
        boolean again = alert.told() > 1;
        String key = again ? key(alert, "grouped:" + alert.told()) : key(alert, "raised");
        Wording more = again ? more(alert) : Wording.same("");
        return event(alert, body, again ? GROUPED : RAISED, key, join(more, text(body, said)), now, targets);
    }

    static NewEvent escalated(StoredAlert alert, AlertBody body, Instant now, Set<String> targets) {
        Wording nobody = new Wording(
                "自 " + Times.told(alert.raisedAt()) + " 起无人确认。",
                "Nobody has acknowledged it since " + Times.told(alert.raisedAt()) + ".");
        return event(alert, body, ESCALATED, key(alert, "escalated"), join(nobody, text(body, null)), now, targets);
    }

    static NewEvent acknowledged(StoredAlert alert, AlertBody body, String by, Instant now, Set<String> targets) {
        Wording who = new Wording(by + " 已确认。", by + " has acknowledged it.");
        return event(alert, body, ACKNOWLEDGED, key(alert, "acknowledged"), who, now, targets);
    }

    private static String key(StoredAlert alert, String what) {
        return "alert:" + alert.id() + ":" + what;
    }

    private static Wording more(StoredAlert alert) {
        return new Wording(
                "自 " + Times.told(alert.raisedAt()) + " 起第 " + alert.count() + " 次。",
                "Number " + alert.count() + " since " + Times.told(alert.raisedAt()) + ".");
    }

    private static Wording text(AlertBody body, @Nullable String said) {
        Wording text = body.cause() == null ? body.text() : join(body.text(), body.cause());
        return said == null ? text : new Wording(text.zh() + "\n「" + said + "」", text.en() + "\n“" + said + "”");
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
            Instant now,
            Set<String> targets) {
        Notice notice = new Notice(
                key, type, alert.level(), body.title(), text, "/#/alerts/" + alert.id(), now, facts(alert, body));
        return new NewEvent(key, type, alert.level(), alert.about(), Json.write(notice), targets);
    }

    private static Map<String, Object> facts(StoredAlert alert, AlertBody body) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("alert", alert.id());
        facts.put("rule", alert.rule());
        facts.put("kind", body.kind());
        facts.put("state", alert.state());
        facts.put("since", alert.since());
        facts.put("deadline", alert.deadline());
        facts.put("count", alert.count());
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
