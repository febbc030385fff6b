package huisheng.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
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
        MultiMap headers = ctx.response().headers();
        headers.set("Content-Security-Policy", POLICY)
                .set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "no-referrer");
        if (Client.of(ctx.request(), behindProxy).secure()) headers.set("Strict-Transport-Security", YEAR);
        String path = ctx.normalizedPath();
        if (path.startsWith("/api/") || path.equals("/stream")) headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        ctx.next();
    }
}
