package huisheng.http;

import huisheng.access.Right;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the contract and what does it.
 *
 * @param path as in the contract, with {@code {names}}
 * @param right needed; null where no key is
 * @param readsBody the handler takes the request paused and reads it itself; else a body is let go
 */
record Endpoint(
        HttpMethod method, String path, @Nullable Right right, boolean readsBody, Handler<RoutingContext> handler) {

    static Endpoint get(String path, @Nullable Right right, Handler<RoutingContext> handler) {
        return new Endpoint(HttpMethod.GET, path, right, false, handler);
    }

    static Endpoint post(String path, Right right, Handler<RoutingContext> handler) {
        return new Endpoint(HttpMethod.POST, path, right, true, handler);
    }

    static Endpoint put(String path, Right right, Handler<RoutingContext> handler) {
        return new Endpoint(HttpMethod.PUT, path, right, true, handler);
    }

    static Endpoint delete(String path, Right right, Handler<RoutingContext> handler) {
        return new Endpoint(HttpMethod.DELETE, path, right, false, handler);
    }

    /** The path as the router writes it. */
    String route() {
        return path.replace('{', ':').replace("}", "");
    }
}
