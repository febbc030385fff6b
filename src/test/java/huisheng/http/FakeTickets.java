package huisheng.http;

import huisheng.access.Principal;
import huisheng.index.Stop;
import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.store.Entry;
import huisheng.store.RequestKey;
import huisheng.store.ReviewState;
import huisheng.store.ServiceTable;
import huisheng.store.TicketFilter;
import huisheng.ticket.Given;
import huisheng.ticket.Origin;
import huisheng.ticket.ServiceMeasures;
import huisheng.ticket.State;
import huisheng.ticket.Step;
import huisheng.ticket.Ticket;
import huisheng.ticket.TicketClock;
import huisheng.ticket.TicketView;
import huisheng.ticket.Work;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Remembers what it was asked, and has the tickets that were registered. */
final class FakeTickets implements Ticketing {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    final List<Object> asked = new CopyOnWriteArrayList<>();
    final List<TicketRequest> registered = new CopyOnWriteArrayList<>();

    @Override
    public Future<TicketView> register(
            Principal caller, TicketRequest wanted, @Nullable Filter search, @Nullable RequestKey once) {
        if (search != null) asked.add(search);
        registered.add(wanted);
        return Future.succeededFuture(view(registered.size()));
    }

    private static TicketView view(long id) {
        Ticket ticket = new Ticket(
                "漏液",
                "",
                null,
                2,
                State.REGISTERED,
                new Work(null, null, null, null, null),
                new TicketClock(NOW, NOW, NOW, null, null, null, null, null, null, null, 0, null, null),
                new Origin("tester", null, null),
                null,
                0,
                null);
        return new TicketView(
                id, 1, Map.of(Dimension.REGION, Set.of("广东")), ticket, false, List.of(Step.PLAN), null, null, null);
    }

    private Optional<TicketView> ticket(long id) {
        return id >= 1 && id <= registered.size() ? Optional.of(view(id)) : Optional.empty();
    }

    private Future<Optional<TicketView>> asked(long id, Object what) {
        asked.add(what);
        return Future.succeededFuture(ticket(id));
    }

    @Override
    public Future<Optional<TicketView>> find(Principal caller, long id) {
        return Future.succeededFuture(ticket(id));
    }

    @Override
    public Future<List<TicketView>> page(Principal caller, TicketFilter wanted) {
        asked.add(wanted);
        List<TicketView> page = new ArrayList<>();
        for (int i = 0; i < wanted.limit(); i++) page.add(view(100 - i));
        return Future.succeededFuture(page);
    }

    @Override
    public Future<Optional<TicketView>> take(
            Principal caller, long id, int version, Step step, Given given, Stop stop) {
        return asked(id, step.label() + version);
    }

    @Override
    public Future<Optional<TicketView>> comment(Principal caller, long id, String text, @Nullable RequestKey once) {
        return asked(id, text);
    }

    @Override
    public Future<Optional<TicketView>> link(Principal caller, long id, Set<Long> reviews) {
        return asked(id, reviews);
    }

    @Override
    public Future<Optional<TicketView>> unlink(Principal caller, long id, long review) {
        return asked(id, review);
    }

    @Override
    public Future<Optional<TicketView>> reply(
            Principal caller, long id, ReplyRequest reply, @Nullable RequestKey once) {
        return asked(id, reply);
    }

    @Override
    public Future<Optional<List<ReviewState>>> reviews(Principal caller, long id, long after, int limit) {
        return Future.succeededFuture(ticket(id).map(found -> List.of()));
    }

    @Override
    public Future<Optional<List<Entry>>> history(Principal caller, long id, @Nullable Integer below, int limit) {
        return Future.succeededFuture(Optional.of(List.of()));
    }

    @Override
    public Future<ServiceMeasures> measures(Principal caller, ServiceTable.Wanted question) {
        return Future.succeededFuture(new ServiceMeasures(NOW, question, List.of()));
    }
}
