package huisheng.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Holds what opens a session: out of reach of scripts, and sent from our own pages alone. */
final class SessionCookie {
    static final String NAME = "huisheng_session";

    private SessionCookie() {}

    static @Nullable String read(RoutingContext ctx) {
        Cookie cookie = ctx.request().getCookie(NAME);
        return cookie == null ? null : cookie.getValue();
    }

    static void set(RoutingContext ctx, String secret, boolean secure) {
        ctx.response().addCookie(cookie(secret, secure));
    }

    static void clear(RoutingContext ctx, boolean secure) {
        ctx.response().addCookie(cookie("", secure).setMaxAge(0));
    }

    private static Cookie cookie(String value, boolean secure) {
        return Cookie.cookie(NAME, value)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setPath("/")
                .setSecure(secure);
    }
}
