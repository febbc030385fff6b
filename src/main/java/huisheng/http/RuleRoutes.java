package huisheng.http;

import huisheng.access.Right;
import huisheng.alert.rule.Rule;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alert rules: what is watched, how urgent it is, and who is told. */
final class RuleRoutes {
    private static final String ALL = "/api/v1/alert-rules";
    private static final String ONE = ALL + "/{id}";

    private final JsonBody<Rule> body = new JsonBody<>(Rule.class);
    private final JsonBody<RuleSilence> silence = new JsonBody<>(RuleSilence.class);
    private final Vertx vertx;
    private final RuleBook rules;

    RuleRoutes(Vertx vertx, RuleBook rules) {
        this.vertx = vertx;
        this.rules = rules;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(ALL, Right.READ, Calls.answer(this::list)),
                Endpoint.post(ALL, Right.ADMIN, this::add),
                Endpoint.get(ONE, Right.READ, this::find),
                Endpoint.put(ONE, Right.ADMIN, this::put),
                Endpoint.delete(ONE, Right.ADMIN, this::delete),
                Endpoint.post(ONE + "/reset", Right.ADMIN, this::reset),
                Endpoint.post(ONE + "/mute", Right.ADMIN, this::mute));
    }

    private Future<?> list(RoutingContext ctx) {
        return rules.list(Calls.caller(ctx)).map(all -> Map.of("rules", all));
    }

    private void find(RoutingContext ctx) {
        one(ctx, 200, rules.find(Calls.caller(ctx), Calls.id(ctx)));
    }

    private void add(RoutingContext ctx) {
        one(
                ctx,
                201,
                body.read(vertx, ctx.request())
                        .compose(rule -> rules.add(Calls.caller(ctx), rule))
                        .map(Optional::of));
    }

    private void put(RoutingContext ctx) {
        long id = Calls.id(ctx);
        Integer expected = ETags.version(ctx.request());
        one(
                ctx,
                200,
                body.read(vertx, ctx.request()).compose(rule -> rules.put(Calls.caller(ctx), id, rule, expected)));
    }

    private void delete(RoutingContext ctx) {
        rules.delete(Calls.caller(ctx), Calls.id(ctx))
                .onSuccess(was -> {
                    if (was) Calls.done(ctx);
                    else ctx.fail(ProblemException.of(ProblemType.NOT_FOUND));
                })
                .onFailure(ctx::fail);
    }

    private void reset(RoutingContext ctx) {
        ctx.request().resume();
        one(ctx, 200, rules.reset(Calls.caller(ctx), Calls.id(ctx)));
    }

    private void mute(RoutingContext ctx) {
        long id = Calls.id(ctx);
        one(
                ctx,
                200,
                silence.read(vertx, ctx.request()).compose(asked -> rules.mute(Calls.caller(ctx), id, asked.until())));
    }

    private static void one(RoutingContext ctx, int status, Future<Optional<RuleView>> rule) {
        Calls.versioned(ctx, status, rule.map(Calls::found), RuleView::version);
    }
}
