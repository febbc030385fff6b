package huisheng.http;

import huisheng.access.Right;
import huisheng.access.audit.Audited;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the contract and what does it.
 *
 * @param path as in the contract, with {@code {names}}
 * @param open whether everybody may call it, known or not
 * @param right needed; null where none is
 * @param readsBody the handler takes the request paused and reads it itself; else a body is let go
 * @param audited what is put on record before the answer leaves
 */
record Endpoint(
        HttpMethod method,
        String path,
        boolean open,
        @Nullable Right right,
        boolean readsBody,
        Audited audited,
        Handler<RoutingContext> handler) {

    /** @param right null where everybody may call it */
    static Endpoint get(String path, @Nullable Right right, Handler<RoutingContext> handler) {
        return new Endpoint(HttpMethod.GET, path, right == null, right, false, Audited.NONE, handler);
    }

    static Endpoint post(String path, @Nullable Right right, Handler<RoutingContext> handler) {
        return new Endpoint(HttpMethod.POST, path, right == null, right, true, Audited.CHANGE, handler);
    }

    static Endpoint put(String path, Right right, Handler<RoutingContext> handler) {
        return new Endpoint(HttpMethod.PUT, path, false, right, true, Audited.CHANGE, handler);
    }

    static Endpoint delete(String path, Right right, Handler<RoutingContext> handler) {
        return new Endpoint(HttpMethod.DELETE, path, false, right, false, Audited.CHANGE, handler);
    }

    /** The same, with something else put on record. */
    Endpoint auditing(Audited other) {
        return new Endpoint(method, path, open, right, readsBody, other, handler);
    }

    /** The same for every caller who is known, whatever the rights. */
    Endpoint forAnyCaller() {
        return new Endpoint(method, path, false, null, readsBody, audited, handler);
    }

    /** The path as the router writes it. */
    String route() {
        return path.replace('{', ':').replace("}", "");
    }
}
