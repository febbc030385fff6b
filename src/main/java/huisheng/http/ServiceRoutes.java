package huisheng.http;

import huisheng.access.Right;
import huisheng.review.Labelled;
import huisheng.review.Period;
import huisheng.store.ServiceGroup;
import huisheng.store.ServiceTable;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How well tickets are served. */
final class ServiceRoutes {
    private static final Duration DEFAULT_PERIOD = Duration.ofDays(90);

    private final Ticketing tickets;
    private final Clock clock = Clock.systemUTC();

    ServiceRoutes(Ticketing tickets) {
        this.tickets = tickets;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/api/v1/service-measures", Right.READ, Calls.answer(this::measures)));
    }

    private Future<?> measures(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        String by = query.get("by");
        Period period = FilterParams.period(query, "from", "until");
        Instant now = clock.instant();
        return tickets.measures(
                Calls.caller(ctx),
                new ServiceTable.Wanted(
                        period == null ? new Period(now.minus(DEFAULT_PERIOD), now) : period,
                        by == null ? ServiceGroup.NONE : Labelled.of(ServiceGroup.class, by),
                        query.get("team"),
                        query.contains("level") ? FilterParams.integer(query, "level", 0) : null,
                        query.get("product"),
                        query.get("region")));
    }
}
