package huisheng.http;

import huisheng.access.Principal;
import huisheng.store.Entry;
import huisheng.store.RequestKey;
import huisheng.ticket.CaseView;
import huisheng.ticket.Impact;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The case library as this package needs it. What the caller may not see is not there; refusals are
 * {@link ProblemException}s. Safe from any thread.
 */
public interface CaseLibrary {
    Future<CaseView> write(Principal caller, CaseRequest wanted, @Nullable RequestKey once);

    Future<Optional<CaseView>> find(Principal caller, long id);

    /** @param version that the caller has read */
    Future<Optional<CaseView>> change(Principal caller, long id, int version, CaseRequest wanted);

    /** The best first where there is a text, else the newest. */
    Future<List<CaseView>> search(Principal caller, Query query);

    /** Cases that may help with a ticket; empty where there is no such ticket. */
    Future<Optional<List<CaseView>>> similar(Principal caller, long ticket);

    /** Newest first, of versions below the one given. */
    Future<Optional<List<Entry>>> history(Principal caller, long id, @Nullable Integer below, int limit);

    /**
     * Which cases are wanted.
     *
     * @param text blank for any
     * @param before only those with a lower number, where there is no text
     */
    record Query(
            String text,
            @Nullable String type,
            @Nullable Impact impact,
            boolean archived,
            @Nullable Long before,
            int limit) {}
}
