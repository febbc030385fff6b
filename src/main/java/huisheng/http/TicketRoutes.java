package huisheng.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import huisheng.access.Right;
import huisheng.access.audit.Audited;
import huisheng.review.Filter;
import huisheng.review.Labelled;
import huisheng.store.Entry;
import huisheng.store.ReviewState;
import huisheng.store.TicketFilter;
import huisheng.ticket.Given;
import huisheng.ticket.State;
import huisheng.ticket.Step;
import huisheng.ticket.TicketView;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Problems from their registration to their verified end. */
final class TicketRoutes {
    private static final String ALL = "/api/v1/tickets";
    private static final String ONE = ALL + "/{id}";
    private static final int DEFAULT_LIMIT = 20;
    private static final JsonBody<TicketRequest> TICKET = new JsonBody<>(TicketRequest.class);
    private static final JsonBody<StepRequest> STEP = new JsonBody<>(StepRequest.class);
    private static final JsonBody<Comment> COMMENT = new JsonBody<>(Comment.class);
    private static final JsonBody<Links> LINKS = new JsonBody<>(Links.class);
    private static final JsonBody<ReplyRequest> REPLY = new JsonBody<>(ReplyRequest.class);

    private final Vertx vertx;
    private final Ticketing tickets;
    private final Once once;

    TicketRoutes(Vertx vertx, Ticketing tickets, Once once) {
        this.vertx = vertx;
        this.tickets = tickets;
        this.once = once;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(ALL, Right.READ, Calls.answer(this::page)).auditing(Audited.VERBATIMS),
                Endpoint.post(ALL, Right.HANDLE, ctx -> shown(ctx, 201, register(ctx))),
                Endpoint.get(ONE, Right.READ, ctx -> shown(ctx, 200, tickets.find(Calls.caller(ctx), Calls.id(ctx))))
                        .auditing(Audited.VERBATIMS),
                Endpoint.get(ONE + "/history", Right.READ, Calls.answer(this::history))
                        .auditing(Audited.VERBATIMS),
                Endpoint.post(ONE + "/steps/{step}", Right.HANDLE, ctx -> shown(ctx, 200, take(ctx))),
                Endpoint.post(ONE + "/comments", Right.HANDLE, ctx -> shown(ctx, 200, comment(ctx))),
                Endpoint.get(ONE + "/reviews", Right.READ, Calls.answer(this::reviews))
                        .auditing(Audited.VERBATIMS),
                Endpoint.post(ONE + "/reviews", Right.HANDLE, ctx -> shown(ctx, 200, link(ctx))),
                Endpoint.delete(ONE + "/reviews/{review}", Right.HANDLE, ctx -> shown(ctx, 200, unlink(ctx))),
                Endpoint.post(ONE + "/replies", Right.HANDLE, ctx -> shown(ctx, 200, reply(ctx))));
    }

    /** @param cursor for the next page; null after the last */
    record Page(List<TicketView> tickets, @Nullable String cursor) {}

    /** @param cursor for the next page; null after the last */
    record History(List<Entry> entries, @Nullable String cursor) {}

    /** @param cursor for the next page; null after the last */
    record Linked(List<ReviewState> reviews, @Nullable String cursor) {}

    /** Words of somebody who works on a ticket. */
    record Comment(String text) {
        @JsonCreator
        Comment {
            text = Bodies.needed("/text", text, Bodies.TEXT);
        }
    }

    /** Reviews to be linked. */
    record Links(Set<Long> reviews) {
        @JsonCreator
        Links {
            reviews = Bodies.reviews(reviews);
            if (reviews.isEmpty()) throw ProblemException.value("/reviews", "empty");
        }
    }

    private Future<Page> page(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        Set<String> states = FilterParams.values(query, "state");
        states.forEach(state -> label("state", State.values(), state));
        int limit = FilterParams.integer(query, "limit", DEFAULT_LIMIT);
        String cursor = query.get("cursor");
        TicketFilter wanted = new TicketFilter(
                states,
                owner(ctx),
                query.get("team"),
                query.contains("level") ? FilterParams.integer(query, "level", 0) : null,
                "true".equals(query.get("overdue")),
                query.get("product"),
                query.get("region"),
                query.contains("alert") ? Long.valueOf(query.get("alert")) : null,
                FilterParams.text(query, "text"),
                cursor == null ? null : Long.valueOf(cursor),
                limit);
        return tickets.page(Calls.caller(ctx), wanted)
                .map(found -> new Page(
                        found,
                        found.size() < limit
                                ? null
                                : String.valueOf(found.getLast().id())));
    }

    private static @Nullable String owner(RoutingContext ctx) {
        String owner = ctx.queryParams().get("owner");
        if (!"true".equals(ctx.queryParams().get("mine"))) return owner;
        if (owner != null) throw ProblemException.parameter("mine", "either");
        return Calls.caller(ctx).name();
    }

    private static void label(String parameter, Labelled[] labels, String value) {
        List<String> known = Arrays.stream(labels).map(Labelled::label).toList();
        if (!known.contains(value)) throw ProblemException.parameter(parameter, "enum", String.join(", ", known));
    }

    private Future<Optional<TicketView>> register(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        Filter search = query.isEmpty() ? null : FilterParams.filter(query);
        return once.make(
                ctx,
                TICKET,
                (wanted, key) ->
                        tickets.register(Calls.caller(ctx), wanted, search, key).map(Optional::of),
                made -> tickets.find(Calls.caller(ctx), made));
    }

    private Future<Optional<TicketView>> take(RoutingContext ctx) {
        long id = Calls.id(ctx);
        Step step = step(ctx.pathParam("step"));
        Integer version = ETags.version(ctx.request());
        if (version == null) throw ProblemException.of(ProblemType.VERSION_NEEDED);
        return STEP.read(vertx, ctx.request())
                .compose(
                        body -> tickets.take(Calls.caller(ctx), id, version, step, given(step, body), Calls.stop(ctx)));
    }

    private static Step step(String label) {
        return Arrays.stream(Step.values())
                .filter(step -> step.label().equals(label))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    }

    /** By what a ticket is judged is said with its plan, not once the outcome is known. */
    private static Given given(Step step, StepRequest body) {
        StepRequest.GoalRequest goal = body.goal();
        if (goal != null && step != Step.PLAN) throw ProblemException.value("/goal", "plan-only");
        only(Step.PLAN, step, "/plan", body.plan());
        only(Step.PLAN, step, "/criterion", body.criterion());
        only(Step.REGRADE, step, "/level", body.level());
        only(Step.EDIT, step, "/title", body.title());
        only(Step.EDIT, step, "/problem", body.problem());
        only(Step.EDIT, step, "/type", body.type());
        return new Given(
                body.owner(),
                body.team(),
                body.plan(),
                body.criterion(),
                goal == null ? null : goal.goal(),
                body.level(),
                body.reason(),
                body.title(),
                body.problem(),
                body.type());
    }

    private static void only(Step needed, Step step, String pointer, @Nullable Object given) {
        if (given != null && step != needed) throw ProblemException.value(pointer, "step-only", needed.label());
    }

    private Future<Optional<TicketView>> comment(RoutingContext ctx) {
        long id = Calls.id(ctx);
        return once.make(
                ctx,
                COMMENT,
                (body, key) -> tickets.comment(Calls.caller(ctx), id, body.text(), key),
                said -> tickets.find(Calls.caller(ctx), said));
    }

    private Future<Optional<TicketView>> link(RoutingContext ctx) {
        long id = Calls.id(ctx);
        return LINKS.read(vertx, ctx.request()).compose(body -> tickets.link(Calls.caller(ctx), id, body.reviews()));
    }

    private Future<Optional<TicketView>> unlink(RoutingContext ctx) {
        return tickets.unlink(Calls.caller(ctx), Calls.id(ctx), Calls.id(ctx, "review"));
    }

    private Future<Optional<TicketView>> reply(RoutingContext ctx) {
        long id = Calls.id(ctx);
        return once.make(
                ctx,
                REPLY,
                (body, key) -> tickets.reply(Calls.caller(ctx), id, body, key),
                replied -> tickets.find(Calls.caller(ctx), replied));
    }

    private Future<?> reviews(RoutingContext ctx) {
        int limit = FilterParams.integer(ctx.queryParams(), "limit", DEFAULT_LIMIT);
        String cursor = ctx.queryParams().get("cursor");
        return tickets.reviews(Calls.caller(ctx), Calls.id(ctx), cursor == null ? 0 : Long.parseLong(cursor), limit)
                .map(Calls::found)
                .map(found -> new Linked(
                        found,
                        found.size() < limit
                                ? null
                                : String.valueOf(found.getLast().stored().id())));
    }

    private Future<?> history(RoutingContext ctx) {
        int limit = FilterParams.integer(ctx.queryParams(), "limit", DEFAULT_LIMIT);
        String cursor = ctx.queryParams().get("cursor");
        Integer below = cursor == null ? null : Integer.valueOf(cursor);
        return tickets.history(Calls.caller(ctx), Calls.id(ctx), below, limit)
                .map(Calls::found)
                .map(found -> history(found, limit));
    }

    static History history(List<Entry> found, int limit) {
        return new History(
                found,
                found.size() < limit ? null : String.valueOf(found.getLast().version()));
    }

    private static void shown(RoutingContext ctx, int status, Future<Optional<TicketView>> answer) {
        Calls.versioned(ctx, status, answer.map(Calls::found), TicketView::version);
    }
}
