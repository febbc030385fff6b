package huisheng.http;

import huisheng.access.Principal;
import huisheng.access.Right;
import huisheng.privacy.Masker;
import huisheng.review.Scope;
import huisheng.store.Entry;
import huisheng.store.RequestKey;
import huisheng.store.ReviewReader;
import huisheng.ticket.Audience;
import huisheng.ticket.CaseFile;
import huisheng.ticket.CaseView;
import huisheng.ticket.Cases;
import huisheng.ticket.State;
import huisheng.ticket.TicketView;
import huisheng.ticket.Tickets;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Masks what people write, takes from a closed ticket what they leave out, and hands it to the library. */
public final class CaseDesk implements CaseLibrary {
    private static final Duration FRESH = Duration.ofDays(365);

    private final Cases cases;
    private final Tickets tickets;
    private final ReviewReader reader;
    private final Clock clock;
    private final Masker masker = new Masker();

    public CaseDesk(Cases cases, Tickets tickets, ReviewReader reader, Clock clock) {
        this.cases = cases;
        this.tickets = tickets;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public Future<CaseView> write(Principal caller, CaseRequest wanted, @Nullable RequestKey once) {
        Long ticket = wanted.ticket();
        if (ticket != null) {
            return tickets.find(caller.scope(), ticket)
                    .map(Calls::found)
                    .compose(from -> write(caller, wanted, from, once));
        }
        Set<Long> evidence = evidence(wanted.evidence());
        return reader.findAll(caller.scope(), List.copyOf(evidence)).compose(states -> {
            Scope about = Abouts.of(
                    caller.scope(),
                    wanted.scope(),
                    null,
                    states.stream().map(state -> state.stored().review()).toList());
            return kept(caller, about, over(wanted, CaseFile.blank(caller.name(), due())), evidence, once);
        });
    }

    private Future<CaseView> write(Principal caller, CaseRequest wanted, TicketView from, @Nullable RequestKey once) {
        State state = from.ticket().state();
        if (state != State.CLOSED) {
            return Future.failedFuture(ProblemException.of(ProblemType.NOT_CLOSED, state.label()));
        }
        Set<Long> linked = Set.copyOf(Objects.requireNonNull(from.reviews()));
        Set<Long> evidence = wanted.evidence() == null ? linked : evidence(wanted.evidence());
        Scope named = wanted.scope();
        Scope about = named == null
                ? from.scope()
                : Abouts.wide(Abouts.of(caller.scope(), named, null, List.of()), from.scope());
        return kept(caller, about, over(wanted, CaseFile.of(from, caller.name(), due())), evidence, once);
    }

    private Future<CaseView> kept(
            Principal caller, Scope about, CaseFile file, Set<Long> evidence, @Nullable RequestKey once) {
        return cases.write(reader(caller), about, file, evidence, caller.name(), once)
                .recover(LoopProblems::told);
    }

    @Override
    public Future<Optional<CaseView>> find(Principal caller, long id) {
        return cases.find(reader(caller), id);
    }

    @Override
    public Future<Optional<CaseView>> change(Principal caller, long id, int version, CaseRequest wanted) {
        return cases.find(reader(caller), id).compose(known -> {
            if (known.isEmpty()) return Future.succeededFuture(Optional.empty());
            Set<Long> evidence = wanted.evidence() == null
                    ? Set.copyOf(Objects.requireNonNull(known.get().evidence()))
                    : evidence(wanted.evidence());
            CaseFile file = over(wanted, known.get().file());
            return cases.change(reader(caller), id, version, file, evidence, caller.name())
                    .recover(LoopProblems::told);
        });
    }

    @Override
    public Future<List<CaseView>> search(Principal caller, Query query) {
        return query.text().isBlank()
                ? cases.page(
                        reader(caller), query.type(), query.impact(), query.archived(), query.before(), query.limit())
                : cases.search(
                        reader(caller), query.text(), query.type(), query.impact(), query.archived(), query.limit());
    }

    @Override
    public Future<Optional<List<CaseView>>> similar(Principal caller, long ticket) {
        return tickets.find(caller.scope(), ticket)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : cases.similar(reader(caller), found.get().ticket()).map(Optional::of));
    }

    @Override
    public Future<Optional<List<Entry>>> history(Principal caller, long id, @Nullable Integer below, int limit) {
        return cases.history(reader(caller), id, below, limit);
    }

    private Instant due() {
        return clock.instant().plus(FRESH);
    }

    private static Cases.Reader reader(Principal caller) {
        Set<Audience> audiences = EnumSet.of(Audience.EVERYONE);
        if (caller.may(Right.HANDLE)) audiences.add(Audience.HANDLERS);
        if (caller.may(Right.ADMIN)) audiences.add(Audience.ADMINISTRATORS);
        return new Cases.Reader(caller.scope(), audiences);
    }

    private static Set<Long> evidence(@Nullable Set<Long> given) {
        return given == null ? Set.of() : given;
    }

    /** What is given over what there was. */
    private CaseFile over(CaseRequest wanted, CaseFile base) {
        CaseFile file = new CaseFile(
                or(wanted.type(), base.type()),
                masked(wanted.title(), base.title()),
                masked(wanted.problem(), base.problem()),
                or(wanted.impact(), base.impact()),
                masked(wanted.directCause(), base.directCause()),
                masked(wanted.deeperCause(), base.deeperCause()),
                whys(wanted.whys(), base.whys()),
                masked(wanted.measures(), base.measures()),
                masked(wanted.effect(), base.effect()),
                or(wanted.audience(), base.audience()),
                or(wanted.reviewDue(), base.reviewDue()),
                or(wanted.archived(), base.archived()),
                base.ticket(),
                base.by());
        if (file.title().isEmpty()) throw ProblemException.value("/title", "missing");
        if (file.type().isEmpty()) throw ProblemException.value("/type", "missing");
        return file;
    }

    private List<String> whys(@Nullable List<String> given, List<String> base) {
        return given == null
                ? base
                : given.stream().map(why -> masker.mask(why).text()).toList();
    }

    private String masked(@Nullable String given, String base) {
        return given == null ? base : masker.mask(given).text();
    }

    private static <T> T or(@Nullable T given, T base) {
        return given == null ? base : given;
    }
}
