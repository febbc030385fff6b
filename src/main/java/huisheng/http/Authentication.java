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
import java.util.function.Supplier;
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
    private final Strangers strangers;
    private final boolean behindProxy;

    Authentication(ApiKeys keys, Access access, Throttle throttle, Strangers strangers) {
        this.keys = keys;
        this.sessions = access.sessions();
        this.tokens = access.tokens();
        this.throttle = throttle;
        this.strangers = strangers;
        this.behindProxy = access.behindProxy();
    }

    /** Goes on to the next handler with the request paused, or fails the call. */
    void check(RoutingContext ctx, Endpoint endpoint) {
        String key = key(ctx.request());
        String shown = key == null ? SessionCookie.read(ctx, behindProxy) : key;
        if (shown == null) {
            strangers.count(ctx);
            throw ProblemException.of(ProblemType.UNAUTHENTICATED);
        }
        String hash = Digests.sha256(shown);
        strangers.check(ctx, hash);
        Future<Optional<Admission>> known = key == null ? bySession(ctx, shown) : byKey(shown);
        known.map(found -> {
                    strangers.tell(ctx, hash, found.isPresent());
                    return admit(ctx, endpoint.right(), found);
                })
                .onSuccess(caller -> ctx.next())
                .onFailure(ctx::fail);
    }

    private Principal admit(RoutingContext ctx, @Nullable Right right, Optional<Admission> found) {
        Admission admission = found.orElseThrow(() -> ProblemException.of(ProblemType.UNAUTHENTICATED));
        Principal caller = admission.principal();
        throttle.check(caller, right);
        checkMeant(ctx);
        Calls.identify(ctx, admission);
        if (right != null && !caller.may(right)) throw ProblemException.of(ProblemType.FORBIDDEN, right.label());
        return caller;
    }

    private Future<Optional<Admission>> byKey(String key) {
        // a token has two dots, a key has none
        if (key.indexOf('.') >= 0) return admission(() -> tokens.verify(key));
        String hash = ApiKeys.hash(key);
        return keys.verify(key).map(found -> found.map(caller -> lasting(caller, () -> keys.verifyHash(hash))));
    }

    private Future<Optional<Admission>> bySession(RoutingContext ctx, String secret) {
        return sessions.find(secret)
                .map(found -> found.map(session -> {
                    Calls.keepSession(ctx, session);
                    return lasting(
                            session.user().principal(),
                            () -> sessions.find(secret)
                                    .map(again -> again.map(same -> same.user().principal())));
                }));
    }

    private static Future<Optional<Admission>> admission(Supplier<Future<Optional<Principal>>> lookup) {
        return lookup.get().map(found -> found.map(caller -> lasting(caller, lookup)));
    }

    /** Holds for as long as the same is found, with the same rights and scope. */
    private static Admission lasting(Principal caller, Supplier<Future<Optional<Principal>>> lookup) {
        return new Admission(caller, () -> lookup.get().map(Optional.of(caller)::equals));
    }

    /** A browser sends the cookie whichever page asks it to; the token only ours has. */
    private static void checkMeant(RoutingContext ctx) {
        Session session = Calls.sessionOrNull(ctx);
        if (session == null || SAFE.contains(ctx.request().method())) return;
        String token = ctx.request().getHeader(CSRF_TOKEN);
        if (token == null || !Digests.same(token, session.csrfToken())) {
            throw ProblemException.of(ProblemType.FORGED);
        }
    }

    private static @Nullable String key(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) return request.getHeader("X-Api-Key");
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : "";
    }
}
