package huisheng.ticket;

import huisheng.insight.ask.Wording;
import huisheng.json.Json;
import huisheng.store.NewEvent;
import huisheng.store.StoredDocument;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is told outside of a ticket that has changed, in the form of a notice of {@code alert.delivery}. It says how the
 * ticket stands, never what reviews say.
 */
record Told(
        String key,
        String type,
        int level,
        Wording title,
        Wording text,
        String link,
        Instant at,
        Map<String, Object> facts) {
    private static final String TYPE = "ticket.changed";

    static NewEvent event(StoredDocument stored, Clock clock) {
        Ticket ticket = Json.read(stored.body(), Ticket.class);
        String key = "ticket:" + stored.id() + ":" + stored.version();
        Told told = of(key, stored, ticket, clock.instant());
        return new NewEvent(key, TYPE, ticket.level(), stored.about(), Json.write(told), Set.of());
    }

    private static Told of(String key, StoredDocument stored, Ticket ticket, Instant at) {
        State state = ticket.state();
        String owner = ticket.work().owner();
        Wording title = new Wording(
                "工单 " + stored.id() + " " + state.zh + "：" + ticket.title(),
                "Ticket " + stored.id() + " " + state.en + ": " + ticket.title());
        Wording text = new Wording(
                "L" + ticket.level() + "，责任人：" + (owner == null ? "未定" : owner) + "，整改期限："
                        + ticket.clock().implementDue(),
                "L" + ticket.level() + ", owner: " + (owner == null ? "none" : owner) + ", to be implemented by "
                        + ticket.clock().implementDue());
        return new Told(key, TYPE, ticket.level(), title, text, page(stored.id()), at, facts(stored, ticket));
    }

    /** Where a person reads on. */
    static String page(long ticket) {
        return "/#/tickets/" + ticket;
    }

    static Map<String, Object> facts(StoredDocument stored, Ticket ticket) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("ticket", stored.id());
        facts.put("version", stored.version());
        facts.put("state", ticket.state());
        facts.put("level", ticket.level());
        Work work = ticket.work();
        if (work.owner() != null) facts.put("owner", work.owner());
        if (work.team() != null) facts.put("team", work.team());
        if (ticket.type() != null) facts.put("type", ticket.type());
        if (ticket.origin().alert() != null) facts.put("alert", ticket.origin().alert());
        return facts;
    }
}
