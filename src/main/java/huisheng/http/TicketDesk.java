package huisheng.http;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.access.Principal;
import huisheng.index.Stop;
import huisheng.insight.BeforeAfter;
import huisheng.json.Json;
import huisheng.privacy.Masker;
import huisheng.review.Filter;
import huisheng.store.Entry;
import huisheng.store.Reply;
import huisheng.store.RequestKey;
import huisheng.store.ReviewReader;
import huisheng.store.ReviewState;
import huisheng.store.ServiceTable;
import huisheng.store.TicketFilter;
import huisheng.ticket.Given;
import huisheng.ticket.ServiceMeasures;
import huisheng.ticket.Step;
import huisheng.ticket.TicketView;
import huisheng.ticket.Tickets;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Masks what people write, measures what they verify, and hands it to the tickets. */
public final class TicketDesk implements Ticketing {
    private final Vertx vertx;
    private final Tickets tickets;
    private final ReviewReader reader;
    private final TicketDrafts drafts;
    private final BeforeAfter effects;
    private final ServiceMeasures.Reader measures;
    private final Masker masker = new Masker();
    private final Clock clock;

    public TicketDesk(
            Vertx vertx,
            Tickets tickets,
            ReviewReader reader,
            TicketDrafts drafts,
            BeforeAfter effects,
            ServiceMeasures.Reader measures,
            Clock clock) {
        this.vertx = vertx;
        this.tickets = tickets;
        this.reader = reader;
        this.drafts = drafts;
        this.effects = effects;
        this.measures = measures;
        this.clock = clock;
    }

    @Override
    public Future<TicketView> register(
            Principal caller, TicketRequest wanted, @Nullable Filter filter, @Nullable RequestKey once) {
        return drafts.of(caller, wanted, filter)
                .compose(draft -> tickets.register(caller.scope(), draft, caller.name(), once))
                .recover(LoopProblems::told);
    }

    @Override
    public Future<Optional<TicketView>> find(Principal caller, long id) {
        return tickets.find(caller.scope(), id);
    }

    @Override
    public Future<List<TicketView>> page(Principal caller, TicketFilter wanted) {
        return tickets.page(caller.scope(), wanted);
    }

    @Override
    public Future<Optional<TicketView>> take(
            Principal caller, long id, int version, Step step, Given given, Stop stop) {
        Given masked = masked(given);
        return undecided(caller, id, version, step)
                .compose(undecided -> undecided
                        ? measure(caller, id, version, Given.NOTHING, stop)
                                .compose(looked -> tickets.take(
                                        caller.scope(), id, version + 1, step, masked, caller.name(), null))
                        : step == Step.MEASURE
                                ? measure(caller, id, version, masked, stop)
                                : tickets.take(caller.scope(), id, version, step, masked, caller.name(), null))
                .recover(LoopProblems::told);
    }

    /** Whether to verify needs a look first. That is kept by itself, so that a refusal does not undo what it showed. */
    private Future<Boolean> undecided(Principal caller, long id, int version, Step step) {
        if (step != Step.VERIFY) return Future.succeededFuture(false);
        return tickets.find(caller.scope(), id)
                .map(found -> found.filter(view -> view.version() == version)
                        .filter(view -> view.decidedFrom() != null
                                && view.steps().containsAll(List.of(Step.MEASURE, Step.VERIFY)))
                        .isPresent());
    }

    private Future<Optional<TicketView>> measure(Principal caller, long id, int version, Given given, Stop stop) {
        return effect(caller, id, stop)
                .compose(effect ->
                        tickets.take(caller.scope(), id, version, Step.MEASURE, given, caller.name(), effect));
    }

    /** Null where nothing is to be measured. */
    private Future<@Nullable JsonNode> effect(Principal caller, long id, Stop stop) {
        return tickets.find(caller.scope(), id).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture();
            Optional<BeforeAfter.Wanted> wanted = found.get().effect(clock.instant());
            if (wanted.isEmpty()) return Future.succeededFuture();
            return vertx.executeBlocking(() -> Json.MAPPER.valueToTree(effects.ask(wanted.get(), stop)), false);
        });
    }

    @Override
    public Future<Optional<TicketView>> comment(Principal caller, long id, String text, @Nullable RequestKey once) {
        return tickets.comment(caller.scope(), id, masked(text), caller.name(), once);
    }

    @Override
    public Future<Optional<TicketView>> link(Principal caller, long id, Set<Long> reviews) {
        return tickets.link(caller.scope(), id, reviews, caller.name()).recover(LoopProblems::told);
    }

    @Override
    public Future<Optional<TicketView>> unlink(Principal caller, long id, long review) {
        return tickets.unlink(caller.scope(), id, review, caller.name()).recover(LoopProblems::told);
    }

    @Override
    public Future<Optional<TicketView>> reply(
            Principal caller, long id, ReplyRequest given, @Nullable RequestKey once) {
        Instant now = clock.instant();
        Instant at = given.at();
        if (at != null && at.isAfter(now)) throw ProblemException.value("/at", "future");
        Reply reply = new Reply(
                given.review(), masked(given.text()), caller.name(), at == null ? now : at, masked(given.channel()));
        return reader.findAll(caller.scope(), List.of(given.review())).compose(found -> {
            boolean before = found.stream()
                    .anyMatch(
                            state -> reply.at().isBefore(state.stored().review().writtenAt()));
            if (at != null && before) return Future.failedFuture(ProblemException.value("/at", "before-review"));
            return tickets.reply(caller.scope(), id, reply, once).recover(LoopProblems::told);
        });
    }

    @Override
    public Future<Optional<List<ReviewState>>> reviews(Principal caller, long id, long after, int limit) {
        return tickets.find(caller.scope(), id).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture(Optional.empty());
            List<Long> linked = Objects.requireNonNull(found.get().reviews());
            List<Long> page = linked.stream()
                    .filter(review -> review > after)
                    .limit(limit)
                    .toList();
            return reader.findAll(caller.scope(), page).map(Optional::of);
        });
    }

    @Override
    public Future<Optional<List<Entry>>> history(Principal caller, long id, @Nullable Integer below, int limit) {
        return tickets.history(caller.scope(), id, below, limit);
    }

    @Override
    public Future<ServiceMeasures> measures(Principal caller, ServiceTable.Wanted question) {
        return measures.ask(caller.scope(), question);
    }

    private Given masked(Given given) {
        return new Given(
                given.owner(),
                given.team(),
                maskedOrNull(given.plan()),
                maskedOrNull(given.criterion()),
                given.goal(),
                given.level(),
                maskedOrNull(given.reason()),
                maskedOrNull(given.title()),
                maskedOrNull(given.problem()),
                given.type());
    }

    private @Nullable String maskedOrNull(@Nullable String text) {
        return text == null ? null : masked(text);
    }

    private String masked(String text) {
        return masker.mask(text).text();
    }
}
