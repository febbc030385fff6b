package huisheng.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Holds what opens a session: out of reach of scripts, and sent from our own pages alone. */
final class SessionCookie {
    static final String NAME = "huisheng_session";

    /** Browsers take it over https alone, and from no other host, not even a sister's. */
    static final String SECURE_NAME = "__Host-" + NAME;

    private SessionCookie() {}

    static @Nullable String read(RoutingContext ctx, boolean behindProxy) {
        Cookie cookie = ctx.request().getCookie(name(isSecure(ctx, behindProxy)));
        return cookie == null ? null : cookie.getValue();
    }

    static void set(RoutingContext ctx, String secret, boolean behindProxy) {
        ctx.response().addCookie(cookie(secret, isSecure(ctx, behindProxy)));
    }

    static void clear(RoutingContext ctx, boolean behindProxy) {
        ctx.response().addCookie(cookie("", isSecure(ctx, behindProxy)).setMaxAge(0));
    }

    private static boolean isSecure(RoutingContext ctx, boolean behindProxy) {
        return Client.of(ctx.request(), behindProxy).secure();
    }

    private static String name(boolean secure) {
        return secure ? SECURE_NAME : NAME;
    }

    private static Cookie cookie(String value, boolean secure) {
        return Cookie.cookie(name(secure), value)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setPath("/")
                .setSecure(secure);
    }
}
