package huisheng.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Tells browsers to load nothing from elsewhere, and caches to keep no answer of the API. */
final class SecureHeaders {
    /** Inline styles are what the charts and the contract's page set on their elements. */
    static final String POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String YEAR = "max-age=31536000";

    private final boolean behindProxy;

    SecureHeaders(boolean behindProxy) {
        this.behindProxy = behindProxy;
    }

    void handle(RoutingContext ctx) {
        put(ctx.request(), ctx.normalizedPath());
        ctx.next();
    }

    /** Onto the answer to a request for that path, whatever the answer will be. */
    void put(HttpServerRequest request, String path) {
        MultiMap headers = request.response().headers();
        headers.set("Content-Security-Policy", POLICY)
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin")
                .set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "no-referrer");
        if (Client.of(request, behindProxy).secure()) headers.set("Strict-Transport-Security", YEAR);
        if (path.startsWith("/api/") || path.equals("/stream")) headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
