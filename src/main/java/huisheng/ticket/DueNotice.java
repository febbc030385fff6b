package huisheng.ticket;

import huisheng.insight.ask.Wording;
import huisheng.json.Json;
import huisheng.store.Due;
import huisheng.store.NewEvent;
import huisheng.store.StoredDocument;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is told of a deadline, in the form of a notice of {@code alert.delivery}. */
final class DueNotice {
    private static final String TICKET = "ticket.due";
    private static final String RUN = "playbook.due";
    /** A crisis waits for nobody. */
    private static final int RUN_LEVEL = 1;

    private DueNotice() {}

    static NewEvent ofTicket(Due due, Instant now) {
        StoredDocument stored = due.document();
        Ticket ticket = Json.read(stored.body(), Ticket.class);
        Wording what = what(due);
        Wording title = new Wording(
                "工单 " + stored.id() + " " + what.zh() + "：" + ticket.title(),
                "Ticket " + stored.id() + ", " + what.en() + ": " + ticket.title());
        Map<String, Object> facts = Told.facts(stored, ticket);
        facts.put("what", due.what());
        facts.put("due", due.at().toString());
        facts.put("over", due.over());
        return event(
                due,
                TICKET,
                ticket.level(),
                new Told(
                        due.key(),
                        TICKET,
                        ticket.level(),
                        title,
                        text(ticket, due),
                        Told.page(stored.id()),
                        now,
                        facts));
    }

    private static Wording what(Due due) {
        return switch (due.what()) {
            case "respond" ->
                due.over()
                        ? new Wording("首次响应已超期", "first response overdue")
                        : new Wording("首次响应即将到期", "first response due soon");
            case "implement" ->
                due.over()
                        ? new Wording("整改已超期", "implementation overdue")
                        : new Wording("整改即将到期", "implementation due soon");
            default -> new Wording("可以验收", "its measure decides now");
        };
    }

    private static Wording text(Ticket ticket, Due due) {
        String owner = ticket.work().owner();
        return new Wording(
                "L" + ticket.level() + "，责任人：" + (owner == null ? "未定" : owner) + "，期限：" + due.at(),
                "L" + ticket.level() + ", owner: " + (owner == null ? "none" : owner) + ", due " + due.at());
    }

    static NewEvent ofRun(Due due, Instant now) {
        StoredDocument stored = due.document();
        Run run = Json.read(stored.body(), Run.class);
        Run.Step step = run.steps().get(Integer.parseInt(due.what()) - 1);
        Wording title = new Wording(
                "预案 " + stored.id() + " 第 " + due.what() + " 步已超期："
                        + run.title().zh(),
                "Playbook run " + stored.id() + ", step " + due.what() + " overdue: "
                        + run.title().en());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("run", stored.id());
        facts.put("step", Integer.valueOf(due.what()));
        facts.put("due", due.at().toString());
        if (run.ticket() != null) facts.put("ticket", run.ticket());
        if (run.alert() != null) facts.put("alert", run.alert());
        return event(
                due, RUN, RUN_LEVEL, new Told(due.key(), RUN, RUN_LEVEL, title, step.says(), page(run), now, facts));
    }

    /** A run has no page of its own: of what it was started for. */
    private static String page(Run run) {
        Long ticket = run.ticket();
        return ticket == null ? "/#/alerts/" + run.alert() : Told.page(ticket);
    }

    private static NewEvent event(Due due, String type, int level, Told told) {
        return new NewEvent(due.key(), type, level, due.document().about(), Json.write(told), Set.of());
    }
}
