package huisheng.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/**
 * What a client still sends after it has been refused. Closing at once would reset the connection, and with it the
 * refusal before the client has read it; so a little more is read and let go.
 */
final class Leftovers {
    private static final long MAX_BYTES = 8L << 20;
    private static final long MAX_MS = 2_000;

    private Leftovers() {}

    static void discard(Vertx vertx, HttpServerRequest request) {
        if (request.isEnded()) return;
        long[] left = {MAX_BYTES};
        long timer = vertx.setTimer(MAX_MS, late -> close(request));
        try {
            request.exceptionHandler(gone -> vertx.cancelTimer(timer));
            request.endHandler(end -> vertx.cancelTimer(timer));
            request.handler(buffer -> {
                left[0] -= buffer.length();
                if (left[0] < 0) close(request);
            });
            request.resume();
        } catch (IllegalStateException ended) {
            vertx.cancelTimer(timer);
        }
    }

    private static void close(HttpServerRequest request) {
        request.connection().close().onFailure(gone -> request.handler(null));
    }
}
