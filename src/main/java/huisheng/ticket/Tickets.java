package huisheng.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import huisheng.review.Scope;
import huisheng.store.Database;
import huisheng.store.Entry;
import huisheng.store.NewEntry;
import huisheng.store.Reply;
import huisheng.store.RequestKey;
import huisheng.store.Revision;
import huisheng.store.StoredDocument;
import huisheng.store.TicketFilter;
import huisheng.store.TicketLinks;
import huisheng.store.TicketTable;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tickets through their life. Whoever is named as {@code by} has been told from others before; what the scope does not
 * cover is not there. Safe from any thread.
 */
public final class Tickets {
    private final TicketTable table;
    private final TicketLinks links;
    private final Clock clock;

    public Tickets(Database database, Clock clock) {
        this.table = new TicketTable(database, stored -> Told.event(stored, clock));
        this.links = new TicketLinks(database);
        this.clock = clock;
    }

    /**
     * Fails with {@link huisheng.store.NotLinkable} for reviews that are not to be seen by all who see the ticket.
     *
     * @param once under what it is asked for, like comments and replies: fails where that was before
     */
    public Future<TicketView> register(Scope scope, NewTicket wanted, String by, @Nullable RequestKey once) {
        Instant now = clock.instant();
        Ticket first = new Ticket(
                wanted.title(),
                wanted.problem(),
                wanted.type(),
                wanted.level(),
                State.REGISTERED,
                new Work(null, null, null, null, null).with(wanted.given()),
                TicketClock.start(wanted.level(), now),
                new Origin(by, wanted.alert(), wanted.search()),
                null,
                0,
                null);
        NewEntry entry =
                new NewEntry("registered", by, now, Changes.between(Json.MAPPER.createObjectNode(), first), null, once);
        return table.insert(scope, wanted.about(), wanted.reviews(), new Revision(Json.write(first), entry))
                .compose(stored -> linked(scope, TicketView.of(stored, now)));
    }

    public Future<Optional<TicketView>> find(Scope scope, long id) {
        return table.find(scope, id).compose(found -> shown(scope, found));
    }

    /** Newest first, without what is linked. */
    public Future<List<TicketView>> page(Scope scope, TicketFilter wanted) {
        Instant now = clock.instant();
        return table.page(scope, wanted, now)
                .map(found ->
                        found.stream().map(stored -> TicketView.of(stored, now)).toList());
    }

    /**
     * Takes a step; fails with {@link StepRefused} or, where another was faster, {@link Outdated}.
     *
     * @param effect what was measured of the ticket's {@link Goal}, where the step is to measure
     */
    public Future<Optional<TicketView>> take(
            Scope scope, long id, int version, Step step, Given given, String by, @Nullable JsonNode effect) {
        Instant now = clock.instant();
        return table.change(scope, id, stored -> {
                    Outdated.check(version, stored.version());
                    return revised(
                            stored,
                            step.label(),
                            by,
                            now,
                            given.reason(),
                            ticket -> Lifecycle.after(ticket, step, given, by, now, effect));
                })
                .compose(changed -> shown(scope, changed));
    }

    /** Adds to the history in words. */
    public Future<Optional<TicketView>> comment(
            Scope scope, long id, String text, String by, @Nullable RequestKey once) {
        Instant now = clock.instant();
        return table.change(
                        scope, id, stored -> once(revised(stored, "comment", by, now, text, ticket -> ticket), once))
                .compose(changed -> shown(scope, changed));
    }

    /** Links reviews; fails as {@link #register} does, or with {@link huisheng.store.TooMany}. */
    public Future<Optional<TicketView>> link(Scope scope, long id, Set<Long> reviews, String by) {
        Instant now = clock.instant();
        return table.link(scope, id, reviews, stored -> linking(stored, "linked", reviews, by, now))
                .compose(changed -> shown(scope, changed));
    }

    /** Fails with {@link huisheng.store.NotLinkable} where it was not linked. */
    public Future<Optional<TicketView>> unlink(Scope scope, long id, long review, String by) {
        Instant now = clock.instant();
        return table.unlink(scope, id, review, stored -> linking(stored, "unlinked", Set.of(review), by, now))
                .compose(changed -> shown(scope, changed));
    }

    /** Keeps what the writer of a linked review was answered. */
    public Future<Optional<TicketView>> reply(Scope scope, long id, Reply reply, @Nullable RequestKey once) {
        Instant now = clock.instant();
        return table.reply(
                        scope,
                        id,
                        reply,
                        stored -> once(
                                revised(
                                        stored,
                                        "replied",
                                        reply.by(),
                                        now,
                                        null,
                                        ticket -> ticket.with(
                                                ticket.clock().acknowledged(now).replied(reply.at()))),
                                once))
                .compose(changed -> shown(scope, changed));
    }

    /** Newest first; empty where there is no such ticket. */
    public Future<Optional<List<Entry>>> history(Scope scope, long id, @Nullable Integer below, int limit) {
        return table.find(scope, id)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : table.history(id, below, limit).map(Optional::of));
    }

    private static Revision revised(
            StoredDocument stored,
            String kind,
            String by,
            Instant now,
            @Nullable String note,
            Function<Ticket, Ticket> change) {
        Ticket before = Json.read(stored.body(), Ticket.class);
        Ticket after = change.apply(before);
        return new Revision(Json.write(after), new NewEntry(kind, by, now, Changes.between(before, after), note));
    }

    private static Revision once(Revision revision, @Nullable RequestKey key) {
        return new Revision(revision.body(), revision.entry().once(key));
    }

    private static Revision linking(StoredDocument stored, String kind, Set<Long> reviews, String by, Instant now) {
        String changes = Json.write(Map.of("reviews", reviews));
        return new Revision(stored.body(), new NewEntry(kind, by, now, changes, null));
    }

    private Future<Optional<TicketView>> shown(Scope scope, Optional<StoredDocument> found) {
        if (found.isEmpty()) return Future.succeededFuture(Optional.empty());
        return linked(scope, TicketView.of(found.get(), clock.instant())).map(Optional::of);
    }

    private Future<TicketView> linked(Scope scope, TicketView view) {
        Future<List<Long>> reviews = links.reviews(scope, view.id());
        Future<List<Reply>> replies = links.replies(scope, view.id());
        return Future.all(reviews, replies).map(both -> view.with(reviews.result(), replies.result()));
    }
}
