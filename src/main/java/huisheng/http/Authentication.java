package huisheng.http;

import huisheng.access.ApiKeys;
import huisheng.access.Principal;
import huisheng.access.Right;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a call pass whose key has the endpoint's right. Keys come in headers only, so that none is in an address. */
final class Authentication {
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;

    Authentication(ApiKeys keys) {
        this.keys = keys;
    }

    /** Goes on to the next handler with the request paused, or fails the call. */
    void check(RoutingContext ctx, Right right) {
        String key = key(ctx.request());
        if (key == null) {
            ctx.fail(ProblemException.of(ProblemType.UNAUTHENTICATED));
            return;
        }
        keys.verify(key).onSuccess(found -> decide(ctx, right, key, found)).onFailure(ctx::fail);
    }

    private static void decide(RoutingContext ctx, Right right, String key, Optional<Principal> found) {
        if (found.isEmpty()) {
            ctx.fail(ProblemException.of(ProblemType.UNAUTHENTICATED));
        } else if (!found.get().may(right)) {
            ctx.fail(ProblemException.of(ProblemType.FORBIDDEN, right.label()));
        } else {
            Calls.identify(ctx, found.get(), ApiKeys.hash(key));
            ctx.next();
        }
    }

    private static @Nullable String key(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) return request.getHeader("X-Api-Key");
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }
}
