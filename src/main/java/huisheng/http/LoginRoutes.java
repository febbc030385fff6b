package huisheng.http;

import huisheng.access.Admission;
import huisheng.access.Principal;
import huisheng.access.Right;
import huisheng.access.audit.Audited;
import huisheng.access.user.Login;
import huisheng.access.user.Session;
import huisheng.access.user.Sessions;
import huisheng.access.user.User;
import huisheng.review.Dimension;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who the caller is: logging in and out, and the own password. */
final class LoginRoutes {
    private final JsonBody<LoginRequest> loginBody = new JsonBody<>(LoginRequest.class);
    private final JsonBody<PasswordRequest> passwordBody = new JsonBody<>(PasswordRequest.class);
    private final Vertx vertx;
    private final Sessions sessions;
    private final boolean behindProxy;

    LoginRoutes(Vertx vertx, Access access) {
        this.vertx = vertx;
        this.sessions = access.sessions();
        this.behindProxy = access.behindProxy();
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post("/api/v1/login", null, Calls.answer(this::login)).auditing(Audited.LOGIN),
                Endpoint.post("/api/v1/logout", null, this::logout)
                        .forAnyCaller()
                        .auditing(Audited.LOGIN),
                Endpoint.get("/api/v1/me", null, Calls.answer(this::me)).forAnyCaller(),
                Endpoint.post("/api/v1/me/password", null, Calls.answer(this::changePassword))
                        .forAnyCaller());
    }

    /**
     * The caller as told.
     *
     * @param csrfToken to be sent along with whatever changes something; null where no cookie is
     */
    record Me(
            Principal.Kind kind,
            long id,
            String name,
            @Nullable String displayName,
            SortedSet<String> rights,
            Map<Dimension, SortedSet<String>> scope,
            @Nullable String team,
            @Nullable String csrfToken) {
        static Me of(Principal caller, @Nullable Session session) {
            return new Me(
                    caller.kind(),
                    caller.id(),
                    caller.name(),
                    session == null ? null : session.user().profile().name(),
                    caller.rights().stream().map(Right::label).collect(Collectors.toCollection(TreeSet::new)),
                    ScopeRequest.told(caller.scope()),
                    caller.team(),
                    session == null ? null : session.csrfToken());
        }
    }

    private Future<?> login(RoutingContext ctx) {
        String subscriber = Client.of(ctx.request(), behindProxy).subscriber();
        return loginBody
                .read(vertx, ctx.request())
                .compose(request -> sessions.login(request.login(), request.password(), subscriber)
                        .map(login -> welcome(ctx, request.login(), login)));
    }

    private Me welcome(RoutingContext ctx, String tried, Login login) {
        Auditing.tried(ctx, tried, login instanceof Login.Refused refused && refused.known());
        return switch (login) {
            case Login.Refused refused -> throw ProblemException.of(ProblemType.WRONG_LOGIN);
            case Login.TooEarly early -> throw Throttle.later(ProblemType.LOCKED_OUT, early.pause());
            case Login.Welcome(Session session) -> {
                SessionCookie.set(ctx, session.secret(), behindProxy);
                Principal caller = session.user().principal();
                Calls.identify(ctx, new Admission(caller, () -> Future.succeededFuture(true)));
                yield Me.of(caller, session);
            }
        };
    }

    private void logout(RoutingContext ctx) {
        ctx.request().resume();
        Session session = Calls.sessionOrNull(ctx);
        Future<Void> ended = session == null ? Future.succeededFuture() : sessions.logout(session);
        ended.onSuccess(done -> {
                    SessionCookie.clear(ctx, behindProxy);
                    Calls.done(ctx);
                })
                .onFailure(ctx::fail);
    }

    private Future<?> me(RoutingContext ctx) {
        return Future.succeededFuture(Me.of(Calls.caller(ctx), Calls.sessionOrNull(ctx)));
    }

    private Future<?> changePassword(RoutingContext ctx) {
        Session session = Calls.sessionOrNull(ctx);
        // a key or a token has none
        if (session == null) throw ProblemException.of(ProblemType.NOT_FOUND);
        User user = session.user();
        String subscriber = Client.of(ctx.request(), behindProxy).subscriber();
        return passwordBody.read(vertx, ctx.request()).compose(request -> {
            String current = request.current();
            String next = request.next();
            if (current == null) throw ProblemException.value("/current", "missing");
            if (next == null) throw ProblemException.value("/next", "missing");
            PasswordRequest.check("/next", next, user.login());
            return sessions.changePassword(session, current, next, subscriber)
                    .map(login -> welcome(ctx, user.login(), login));
        });
    }
}
