package huisheng;

import huisheng.http.CaseDesk;
import huisheng.http.ClosedLoop;
import huisheng.http.PlaybookDesk;
import huisheng.http.TicketDesk;
import huisheng.http.TicketDrafts;
import huisheng.index.ReviewIndex;
import huisheng.insight.BeforeAfter;
import huisheng.insight.ReviewSearchQuestion;
import huisheng.store.AlertTable;
import huisheng.store.Database;
import huisheng.store.RequestTable;
import huisheng.store.ReviewReader;
import huisheng.ticket.Cases;
import huisheng.ticket.Deadlines;
import huisheng.ticket.Procedures;
import huisheng.ticket.Runs;
import huisheng.ticket.ServiceMeasures;
import huisheng.ticket.Tickets;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** Problems that people work on, their deadlines, and what was learnt of them; nobody is to learn from what holds no longer. */
final class Responding {
    private static final long STALE_MS = 3_600_000;
    private static final long DEADLINES_MS = 60_000;

    private final Vertx vertx;
    private final Database database;
    private final Clock clock;
    private final Tickets tickets;
    private final Cases cases;

    Responding(Vertx vertx, Database database, Clock clock) {
        this.vertx = vertx;
        this.database = database;
        this.clock = clock;
        this.tickets = new Tickets(database, clock);
        this.cases = new Cases(database, clock);
    }

    void start(Closing closing) {
        closing.push(new Chore(vertx, "putting stale cases away", STALE_MS, cases::putStaleAway)::stop);
        closing.push(new Chore(vertx, "telling deadlines", DEADLINES_MS, new Deadlines(database, clock)::tell)::stop);
    }

    ClosedLoop loop(ReviewIndex index, ReviewReader reader, UnaryOperator<String> aspectName) {
        AlertTable alerts = new AlertTable(database);
        return new ClosedLoop(
                new TicketDesk(
                        vertx,
                        tickets,
                        reader,
                        new TicketDrafts(vertx, alerts, reader, new ReviewSearchQuestion(index)),
                        new BeforeAfter(index, aspectName),
                        new ServiceMeasures.Reader(database, clock),
                        clock),
                new CaseDesk(cases, tickets, reader, clock),
                new PlaybookDesk(new Procedures(database, clock), new Runs(database, clock), tickets, alerts),
                new RequestTable(database));
    }
}
