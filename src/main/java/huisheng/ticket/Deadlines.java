package huisheng.ticket;

import huisheng.store.Database;
import huisheng.store.Due;
import huisheng.store.DueTable;
import huisheng.store.NewEvent;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells outside when a deadline is near or over, each once, so that no clock runs out unseen. Safe from any thread. */
public final class Deadlines {
    private final DueTable table;
    private final Clock clock;

    public Deadlines(Database database, Clock clock) {
        this.table = new DueTable(database);
        this.clock = clock;
    }

    /** Tells all that is to be told now. Answers how much that was. */
    public Future<Integer> tell() {
        Instant now = clock.instant();
        Function<Due, NewEvent> ticket = due -> DueNotice.ofTicket(due, now);
        Function<Due, NewEvent> run = due -> DueNotice.ofRun(due, now);
        return all(() -> table.tellTickets(now, ticket))
                .compose(tickets -> all(() -> table.tellRuns(now, run)).map(runs -> tickets + runs));
    }

    private static Future<Integer> all(Supplier<Future<Integer>> some) {
        return some.get()
                .compose(told ->
                        told == 0 ? Future.succeededFuture(0) : all(some).map(more -> told + more));
    }
}
