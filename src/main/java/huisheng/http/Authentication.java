package huisheng.http;

import huisheng.access.Admission;
import huisheng.access.ApiKeys;
import huisheng.access.Digests;
import huisheng.access.Principal;
import huisheng.access.Right;
import huisheng.access.token.TokenLookup;
import huisheng.access.user.Session;
import huisheng.access.user.Sessions;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a call pass whose caller is known, has the endpoint's right, and does not call too often. Keys and tokens come in
 * headers only, so that none is in an address; where there is none, the session's cookie counts.
 */
final class Authentication {
    static final String CSRF_TOKEN = "X-CSRF-Token";

    private static final String BEARER = "Bearer ";
    /** They change nothing, so another site gains nothing by making a browser send them. */
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final ApiKeys keys;
    private final Sessions sessions;
    private final TokenLookup tokens;
    private final Throttle throttle;

    Authentication(ApiKeys keys, Access access, Throttle throttle) {
        this.keys = keys;
        this.sessions = access.sessions();
        this.tokens = access.tokens();
        this.throttle = throttle;
    }

    /** Goes on to the next handler with the request paused, or fails the call. */
    void check(RoutingContext ctx, Endpoint endpoint) {
        String key = key(ctx.request());
        Future<Optional<Admission>> known = key == null ? bySession(ctx) : byKey(key);
        known.map(found -> admit(ctx, endpoint.right(), found))
                .onSuccess(caller -> ctx.next())
                .onFailure(ctx::fail);
    }

    private Principal admit(RoutingContext ctx, @Nullable Right right, Optional<Admission> found) {
        Admission admission = found.orElseThrow(() -> ProblemException.of(ProblemType.UNAUTHENTICATED));
        Principal caller = admission.principal();
        throttle.check(caller, right);
        Calls.identify(ctx, admission);
        if (right != null && !caller.may(right)) throw ProblemException.of(ProblemType.FORBIDDEN, right.label());
        return caller;
    }

    private Future<Optional<Admission>> byKey(String key) {
        // a token has two dots, a key has none
        if (key.indexOf('.') >= 0) {
            return tokens.verify(key)
                    .map(found -> found.map(caller ->
                            new Admission(caller, () -> tokens.verify(key).map(Optional::isPresent))));
        }
        String hash = ApiKeys.hash(key);
        return keys.verify(key)
                .map(found -> found.map(caller ->
                        new Admission(caller, () -> keys.verifyHash(hash).map(Optional::isPresent))));
    }

    private Future<Optional<Admission>> bySession(RoutingContext ctx) {
        String secret = SessionCookie.read(ctx);
        if (secret == null) return Future.succeededFuture(Optional.empty());
        return sessions.find(secret).map(found -> found.map(session -> meant(ctx, session)));
    }

    private Admission meant(RoutingContext ctx, Session session) {
        String token = ctx.request().getHeader(CSRF_TOKEN);
        boolean safe = SAFE.contains(ctx.request().method());
        if (!safe && (token == null || !Digests.same(token, session.csrfToken()))) {
            throw ProblemException.of(ProblemType.FORGED);
        }
        Calls.keepSession(ctx, session);
        return new Admission(
                session.user().principal(),
                () -> sessions.find(session.secret()).map(Optional::isPresent));
    }

    private static @Nullable String key(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) return request.getHeader("X-Api-Key");
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : "";
    }
}
