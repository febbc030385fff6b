package huisheng.ticket;

import static huisheng.store.EmbeddedDatabases.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.SettableClock;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import huisheng.store.Database;
import huisheng.store.EmbeddedDatabases;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** A database of its own and a clock that the test moves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LoopTest {
    static final Instant START = Instant.parse("2026-09-01T00:00:00Z");

    final SettableClock clock = new SettableClock(START);
    private final Vertx vertx = Vertx.vertx();
    final Database database = EmbeddedDatabases.open(vertx);
    final Tickets tickets = new Tickets(database, clock);

    @AfterAll
    void closeDatabase() {
        await(database.close());
        await(vertx.close());
    }

    static Scope region(String... names) {
        return new Scope(Map.of(Dimension.REGION, Set.of(names)));
    }

    TicketView register(String title, int level, Scope about, String team, Set<Long> reviews) {
        Given given = new Given(null, team, null, null, null, null, null);
        NewTicket wanted = new NewTicket(title, "", null, level, about, reviews, null, null, given);
        return await(tickets.register(Scope.ALL, wanted, "登记员", null));
    }

    @CanIgnoreReturnValue
    TicketView take(TicketView view, Step step, Given given) {
        return await(tickets.take(Scope.ALL, view.id(), view.version(), step, given, "处理人", null))
                .orElseThrow();
    }

    @CanIgnoreReturnValue
    List<String> texts(String sql) {
        List<String> texts = new ArrayList<>();
        for (Row row : await(database.pool().query(sql).execute())) texts.add(row.getString(0));
        return texts;
    }
}
