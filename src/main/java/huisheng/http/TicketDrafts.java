package huisheng.http;

import huisheng.access.Principal;
import huisheng.alert.AlertBody;
import huisheng.alert.Proof;
import huisheng.index.ReviewSearch;
import huisheng.index.SearchPage;
import huisheng.insight.ReviewSearchQuestion;
import huisheng.insight.ask.DrillDown;
import huisheng.privacy.Masker;
import huisheng.review.Filter;
import huisheng.review.Scope;
import huisheng.review.Selection;
import huisheng.store.AlertTable;
import huisheng.store.ReviewReader;
import huisheng.store.StoredAlert;
import huisheng.ticket.Given;
import huisheng.ticket.NewTicket;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes of what a caller wants registered, of an alert and of a search one ticket, its texts masked. */
public final class TicketDrafts {
    private static final int DEFAULT_LEVEL = 2;

    private final Vertx vertx;
    private final AlertTable alerts;
    private final ReviewReader reader;
    private final ReviewSearchQuestion search;
    private final Masker masker = new Masker();

    public TicketDrafts(Vertx vertx, AlertTable alerts, ReviewReader reader, ReviewSearchQuestion search) {
        this.vertx = vertx;
        this.alerts = alerts;
        this.reader = reader;
        this.search = search;
    }

    /** Fails with a {@link ProblemException} for an alert that the caller may not see, or for more than that. */
    Future<NewTicket> of(Principal caller, TicketRequest wanted, @Nullable Filter filter) {
        Set<Long> named = Objects.requireNonNull(wanted.reviews());
        return alert(caller.scope(), wanted.alert())
                .compose(alert -> about(caller.scope(), wanted, alert, filter, named)
                        .compose(about -> reviews(about, alert, filter, named)
                                .map(reviews -> draft(wanted, alert.orElse(null), about, reviews, filter))));
    }

    private Future<Optional<StoredAlert>> alert(Scope caller, @Nullable Long id) {
        if (id == null) return Future.succeededFuture(Optional.empty());
        return alerts.find(caller, id).map(found -> {
            if (found.isEmpty()) throw ProblemException.value("/alert", "unknown");
            return found;
        });
    }

    private Future<Scope> about(
            Scope caller, TicketRequest wanted, Optional<StoredAlert> alert, @Nullable Filter filter, Set<Long> named) {
        Scope told = told(wanted.scope(), alert.map(StoredAlert::about));
        return reader.findAll(caller, List.copyOf(named))
                .map(states -> Abouts.of(
                        caller,
                        told,
                        filter,
                        states.stream().map(state -> state.stored().review()).toList()));
    }

    /** An alert's words and reviews go into the ticket. */
    private static @Nullable Scope told(@Nullable Scope named, Optional<Scope> alert) {
        if (named == null || alert.isEmpty()) return alert.orElse(named);
        return Abouts.wide(named, alert.get());
    }

    /** Those named, those that the alert shows as far as they are still there, and the newest finds of the search. */
    private Future<Set<Long>> reviews(
            Scope about, Optional<StoredAlert> alert, @Nullable Filter filter, Set<Long> named) {
        List<Long> proofs = alert.map(raised -> AlertBody.read(raised.body()).evidence()).orElse(List.of()).stream()
                .map(Proof::id)
                .toList();
        Future<Set<Long>> found = filter == null ? Future.succeededFuture(Set.of()) : found(about, filter);
        return reader.findAll(about, proofs)
                .compose(shown -> found.map(hits -> {
                    Set<Long> reviews = new TreeSet<>(named);
                    shown.forEach(state -> reviews.add(state.stored().id()));
                    reviews.addAll(hits);
                    return reviews;
                }));
    }

    /** A scope of what the ticket is about keeps them within it. */
    private Future<Set<Long>> found(Scope about, Filter filter) {
        ReviewSearch wanted = new ReviewSearch(
                new Selection(about, filter), ReviewSearch.Order.NEWEST, ReviewSearch.MAX_LIMIT, null, List.of());
        return vertx.executeBlocking(() -> search.ask(wanted), false)
                .map(page -> page.hits().stream().map(SearchPage.Hit::id).collect(Collectors.toSet()));
    }

    private NewTicket draft(
            TicketRequest wanted,
            @Nullable StoredAlert alert,
            Scope about,
            Set<Long> reviews,
            @Nullable Filter filter) {
        AlertBody says = alert == null ? null : AlertBody.read(alert.body());
        return new NewTicket(
                masked(wanted.title(), says == null ? "" : says.title().zh()),
                masked(wanted.problem(), says == null ? "" : says.text().zh()),
                wanted.type(),
                level(wanted.level(), alert),
                about,
                reviews,
                wanted.alert(),
                filter == null ? null : link(filter),
                new Given(wanted.owner(), wanted.team(), null, null, null, null, null));
    }

    private static int level(@Nullable Integer wanted, @Nullable StoredAlert alert) {
        if (wanted != null) return wanted;
        return alert == null ? DEFAULT_LEVEL : alert.level();
    }

    private String link(Filter filter) {
        Filter kept = new Filter(filter.period(), filter.in(), masked(filter.query(), ""), filter.noise());
        return DrillDown.link(new Selection(Scope.ALL, kept));
    }

    private String masked(@Nullable String given, String otherwise) {
        return given == null ? otherwise : masker.mask(given).text();
    }
}
