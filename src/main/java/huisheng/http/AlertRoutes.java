package huisheng.http;

import huisheng.access.Right;
import huisheng.review.Labelled;
import huisheng.store.AlertQuery;
import huisheng.store.AlertState;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Alerts: listed, read, acknowledged, closed, muted. */
final class AlertRoutes {
    private static final String ALL = "/api/v1/alerts";
    private static final String ONE = ALL + "/{id}";
    private static final int DEFAULT_LIMIT = 50;
    static final int MAX_COMMENT = 2_000;

    private final JsonBody<Remark> remark = new JsonBody<>(Remark.class);
    private final JsonBody<Silence> silence = new JsonBody<>(Silence.class);
    private final Vertx vertx;
    private final Alerts alerts;

    AlertRoutes(Vertx vertx, Alerts alerts) {
        this.vertx = vertx;
        this.alerts = alerts;
    }

    /** What someone says about it. */
    record Remark(@Nullable String comment) {
        Remark {
            Values.check("/comment", comment, MAX_COMMENT);
        }
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(ALL, Right.READ, Calls.answer(this::list)),
                Endpoint.get(ONE, Right.READ, Calls.answer(this::find)),
                Endpoint.post(ONE + "/acknowledge", Right.HANDLE, Calls.answer(this::acknowledge)),
                Endpoint.post(ONE + "/close", Right.HANDLE, Calls.answer(this::close)),
                Endpoint.post(ONE + "/mute", Right.HANDLE, Calls.answer(this::mute)));
    }

    private Future<?> list(RoutingContext ctx) {
        AlertQuery query = query(ctx.queryParams());
        return alerts.list(Calls.caller(ctx), query).map(found -> page(found, query.limit()));
    }

    /** The contract has checked numbers and labels. */
    private static AlertQuery query(MultiMap given) {
        Set<AlertState> states = FilterParams.values(given, "state").stream()
                .map(label -> Labelled.of(AlertState.class, label))
                .collect(Collectors.toSet());
        Set<Integer> levels = FilterParams.values(given, "level").stream()
                .map(AlertRoutes::level)
                .collect(Collectors.toSet());
        String rule = given.get("rule");
        String cursor = given.get("cursor");
        return new AlertQuery(
                states,
                levels,
                rule == null ? null : Long.valueOf(rule),
                cursor == null ? null : Long.valueOf(cursor),
                FilterParams.integer(given, "limit", DEFAULT_LIMIT));
    }

    private static Integer level(String text) {
        if (!text.matches("[1-3]")) throw ProblemException.parameter("level", "integer", 1, 3);
        return Integer.valueOf(text);
    }

    private static Map<String, Object> page(List<AlertView> found, int limit) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("alerts", found);
        if (found.size() == limit)
            page.put("cursor", String.valueOf(found.getLast().id()));
        return page;
    }

    private Future<?> find(RoutingContext ctx) {
        return alerts.find(Calls.caller(ctx), Calls.id(ctx)).map(Calls::found);
    }

    private Future<?> acknowledge(RoutingContext ctx) {
        long id = Calls.id(ctx);
        return remark.read(vertx, ctx.request())
                .compose(said -> alerts.acknowledge(Calls.caller(ctx), id, said.comment()))
                .map(Calls::found);
    }

    private Future<?> close(RoutingContext ctx) {
        long id = Calls.id(ctx);
        return remark.read(vertx, ctx.request())
                .compose(said -> alerts.close(Calls.caller(ctx), id, said.comment()))
                .map(Calls::found);
    }

    private Future<?> mute(RoutingContext ctx) {
        long id = Calls.id(ctx);
        Future<Optional<AlertView>> muted = silence.read(vertx, ctx.request())
                .compose(asked -> alerts.mute(Calls.caller(ctx), id, asked.until(), asked.comment()));
        return muted.map(Calls::found);
    }
}
