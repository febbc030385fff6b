package huisheng.alert.delivery;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One call within its time. Once that is over nothing of it is sent any more, however late its name is found or a
 * connection comes free: what was given up may be told again without being told twice. Safe from any thread.
 */
final class Attempt {
    private static final int MOST_ANSWER_BYTES = 64 << 10;

    private final Dialect.Call call;
    private final long end;
    private final Promise<Reply> reply = Promise.promise();
    private @Nullable HttpClientRequest request;
    private boolean over;

    /** @param time from now, by the monotonic clock: a process that stood still finds its time gone by */
    Attempt(Dialect.Call call, Duration time) {
        this.call = call;
        this.end = System.nanoTime() + time.toNanos();
    }

    /** Milliseconds that are left, at least one. Throws where there are none. */
    synchronized long left() throws TimeoutException {
        long left = end - System.nanoTime();
        if (over || left <= 0) throw new TimeoutException();
        return Math.max(1, Duration.ofNanos(left).toMillis());
    }

    /** Sends it by a connection that was got for it, unless it is too late. */
    synchronized Future<Reply> send(HttpClientRequest connected) {
        try {
            connected.idleTimeout(left());
        } catch (TimeoutException e) {
            drop(connected);
            return Future.failedFuture(e);
        }
        request = connected;
        connected.putHeader("Content-Type", "application/json; charset=utf-8").putHeader("User-Agent", "Huisheng");
        call.headers().forEach(connected::putHeader);
        return connected.send(Buffer.buffer(call.body(), "UTF-8")).compose(Attempt::read);
    }

    /** Gives it up where it has not ended: whoever trickles an answer byte by byte is cut off too. */
    void abandon() {
        HttpClientRequest sent;
        synchronized (this) {
            over = true;
            sent = request;
        }
        if (reply.tryFail(new TimeoutException()) && sent != null) drop(sent);
    }

    void end(AsyncResult<Reply> ended) {
        if (ended.succeeded()) reply.tryComplete(ended.result());
        else reply.tryFail(ended.cause());
    }

    Future<Reply> reply() {
        return reply.future();
    }

    private static void drop(HttpClientRequest request) {
        var unused = request.reset();
    }

    private static Future<Reply> read(HttpClientResponse response) {
        Promise<Reply> read = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(part -> {
            int room = MOST_ANSWER_BYTES - body.length();
            body.appendBuffer(part, 0, Math.min(room, part.length()));
            if (part.length() <= room) return;
            read.tryComplete(read(response, body));
            drop(response.request());
        });
        response.endHandler(end -> read.tryComplete(read(response, body)));
        response.exceptionHandler(read::tryFail);
        return read.future();
    }

    private static Reply read(HttpClientResponse response, Buffer body) {
        return new Reply(
                response.statusCode(), response.getHeader("Retry-After"), body.toString(StandardCharsets.UTF_8));
    }
}
