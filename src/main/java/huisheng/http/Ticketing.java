package huisheng.http;

import huisheng.access.Principal;
import huisheng.index.Stop;
import huisheng.review.Filter;
import huisheng.store.Entry;
import huisheng.store.RequestKey;
import huisheng.store.ReviewState;
import huisheng.store.ServiceTable;
import huisheng.store.TicketFilter;
import huisheng.ticket.Given;
import huisheng.ticket.ServiceMeasures;
import huisheng.ticket.Step;
import huisheng.ticket.TicketView;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tickets as this package needs them. What the caller may not see is not there; refusals are {@link ProblemException}s.
 * Safe from any thread.
 */
public interface Ticketing {
    /**
     * @param search whose finds are to be linked; null for none
     * @param once under what it is asked for, see {@link Once}; like that of the others null where that may be done again
     */
    Future<TicketView> register(
            Principal caller, TicketRequest wanted, @Nullable Filter search, @Nullable RequestKey once);

    Future<Optional<TicketView>> find(Principal caller, long id);

    /** Newest first. */
    Future<List<TicketView>> page(Principal caller, TicketFilter wanted);

    /** @param version that the caller has read */
    Future<Optional<TicketView>> take(Principal caller, long id, int version, Step step, Given given, Stop stop);

    Future<Optional<TicketView>> comment(Principal caller, long id, String text, @Nullable RequestKey once);

    Future<Optional<TicketView>> link(Principal caller, long id, Set<Long> reviews);

    Future<Optional<TicketView>> unlink(Principal caller, long id, long review);

    Future<Optional<TicketView>> reply(Principal caller, long id, ReplyRequest reply, @Nullable RequestKey once);

    /** Linked reviews with a higher number than {@code after}, in order. */
    Future<Optional<List<ReviewState>>> reviews(Principal caller, long id, long after, int limit);

    /** Newest first, of versions below the one given. */
    Future<Optional<List<Entry>>> history(Principal caller, long id, @Nullable Integer below, int limit);

    Future<ServiceMeasures> measures(Principal caller, ServiceTable.Wanted question);
}
