package huisheng.ticket;

import huisheng.insight.BeforeAfter;
import huisheng.json.Json;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import huisheng.store.Reply;
import huisheng.store.StoredDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it is shown.
 *
 * @param version to be named by who changes it
 * @param about the scope of reviews that it may rest on
 * @param overdue whether a clock has run out
 * @param steps that can be taken now
 * @param decidedFrom when the measure that it names decides whether it is solved; null where none does, or not yet
 * @param reviews numbers of the linked ones that the caller may see; null in lists, like {@code replies}
 */
public record TicketView(
        long id,
        int version,
        Map<Dimension, Set<String>> about,
        Ticket ticket,
        boolean overdue,
        List<Step> steps,
        @Nullable Instant decidedFrom,
        @Nullable List<Long> reviews,
        @Nullable List<Reply> replies) {
    /** {@link #about} as a scope. */
    public Scope scope() {
        return new Scope(about);
    }

    static TicketView of(StoredDocument stored, Instant now) {
        Ticket ticket = Json.read(stored.body(), Ticket.class);
        boolean overdue = !ticket.state().ended() && ticket.clock().overdue(now);
        return new TicketView(
                stored.id(),
                stored.version(),
                stored.about().only(),
                ticket,
                overdue,
                Step.next(ticket, now),
                ticket.decidedFrom(),
                null,
                null);
    }

    /** By which it is told whether what was done helped; empty where no measure is named or nothing is done. */
    public Optional<BeforeAfter.Wanted> effect(Instant now) {
        Goal goal = ticket.work().goal();
        Instant done = ticket.clock().implementedAt();
        if (goal == null || done == null || !done.isBefore(now)) return Optional.empty();
        return Optional.of(goal.wanted(scope(), done, now));
    }

    TicketView with(List<Long> linked, List<Reply> answered) {
        return new TicketView(id, version, about, ticket, overdue, steps, decidedFrom, linked, answered);
    }
}
