package huisheng.http;

import huisheng.access.Principal;
import huisheng.access.Right;
import huisheng.access.Role;
import huisheng.access.user.User;
import huisheng.access.user.Users;
import huisheng.review.Dimension;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** People who may log in: an administrator adds, changes and removes them. */
final class UserRoutes {
    private static final String ALL = "/api/v1/users";
    private static final String ONE = ALL + "/{id}";
    private static final int DEFAULT_LIMIT = 100;

    private final JsonBody<NewUserRequest> newBody = new JsonBody<>(NewUserRequest.class);
    private final JsonBody<UserRequest> body = new JsonBody<>(UserRequest.class);
    private final JsonBody<PasswordRequest> passwordBody = new JsonBody<>(PasswordRequest.class);
    private final Vertx vertx;
    private final Users users;

    UserRoutes(Vertx vertx, Users users) {
        this.vertx = vertx;
        this.users = users;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(ALL, Right.ADMIN, Calls.answer(201, this::add)),
                Endpoint.get(ALL, Right.ADMIN, Calls.answer(this::list)),
                Endpoint.get(ONE, Right.ADMIN, Calls.answer(this::find)),
                Endpoint.put(ONE, Right.ADMIN, Calls.answer(this::update)),
                Endpoint.delete(ONE, Right.ADMIN, this::remove),
                Endpoint.post(ONE + "/password", Right.ADMIN, Calls.answer(this::setPassword)));
    }

    /**
     * A user as told.
     *
     * @param password where it was made up, in the answer that did so and never again
     */
    record UserAnswer(
            long id,
            String login,
            String name,
            Role role,
            Map<Dimension, SortedSet<String>> scope,
            @Nullable String team,
            Instant createdAt,
            @Nullable Instant disabledAt,
            @Nullable String password) {
        static UserAnswer of(User user, @Nullable String password) {
            User.Profile profile = user.profile();
            return new UserAnswer(
                    user.id(),
                    user.login(),
                    profile.name(),
                    profile.role(),
                    ScopeRequest.told(profile.scope()),
                    profile.team(),
                    user.createdAt(),
                    user.disabledAt(),
                    password);
        }
    }

    private Future<?> add(RoutingContext ctx) {
        return newBody.read(vertx, ctx.request()).compose(request -> {
            String given = request.password();
            String password = given == null ? NewUserRequest.madeUpPassword() : given;
            return users.add(request.login(), password, request.profile())
                    .map(added -> added.orElseThrow(() -> ProblemException.of(ProblemType.LOGIN_TAKEN)))
                    .map(user -> UserAnswer.of(user, given == null ? password : null));
        });
    }

    private Future<?> list(RoutingContext ctx) {
        int limit = FilterParams.integer(ctx.queryParams(), "limit", DEFAULT_LIMIT);
        String cursor = ctx.queryParams().get("cursor");
        return users.list(cursor == null ? 0 : Long.parseLong(cursor), limit).map(found -> {
            Map<String, Object> page = new LinkedHashMap<>();
            page.put(
                    "users",
                    found.stream().map(user -> UserAnswer.of(user, null)).toList());
            if (found.size() == limit)
                page.put("cursor", String.valueOf(found.getLast().id()));
            return page;
        });
    }

    private Future<?> find(RoutingContext ctx) {
        return users.find(Calls.id(ctx)).map(Calls::found).map(user -> UserAnswer.of(user, null));
    }

    private Future<?> update(RoutingContext ctx) {
        long id = other(ctx);
        return body.read(vertx, ctx.request())
                .compose(request -> users.update(id, request.profile()))
                .map(Calls::found)
                .map(user -> UserAnswer.of(user, null));
    }

    private void remove(RoutingContext ctx) {
        users.remove(other(ctx))
                .onSuccess(was -> {
                    if (was) Calls.done(ctx);
                    else ctx.fail(ProblemException.of(ProblemType.NOT_FOUND));
                })
                .onFailure(ctx::fail);
    }

    private Future<?> setPassword(RoutingContext ctx) {
        long id = other(ctx);
        return passwordBody
                .read(vertx, ctx.request())
                .compose(
                        request -> users.find(id).map(Calls::found).compose(user -> setPassword(user, request.next())));
    }

    private Future<?> setPassword(User user, @Nullable String wanted) {
        if (wanted != null) PasswordRequest.check("/next", wanted, user.login());
        String password = wanted == null ? NewUserRequest.madeUpPassword() : wanted;
        return users.setPassword(user.id(), password)
                .map(done -> UserAnswer.of(user, wanted == null ? password : null));
    }

    /** Not the caller's own, so that an administrator is always left. */
    private static long other(RoutingContext ctx) {
        long id = Calls.id(ctx);
        if (new Principal.Id(Principal.Kind.USER, id).equals(Calls.caller(ctx).unique())) {
            throw ProblemException.of(ProblemType.OWN_USER);
        }
        return id;
    }
}
