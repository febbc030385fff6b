package huisheng.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** A body that is read whole, within a bound of bytes and of time. */
final class SmallBody {
    private static final long MAX_MS = 15_000;

    private SmallBody() {}

    /** Reads the paused request. */
    static Future<Buffer> read(Vertx vertx, HttpServerRequest request, int limit) {
        Promise<Buffer> body = Promise.promise();
        Buffer read = Buffer.buffer();
        long timer = vertx.setTimer(
                MAX_MS, late -> body.tryFail(ProblemException.of(ProblemType.TOO_SLOW, MAX_MS / 1_000, limit)));
        request.exceptionHandler(body::tryFail);
        request.endHandler(end -> body.tryComplete(read));
        request.handler(buffer -> {
            if (body.future().isComplete()) return;
            if (read.length() + buffer.length() <= limit) read.appendBuffer(buffer);
            else body.tryFail(ProblemException.of(ProblemType.TOO_LARGE, limit));
        });
        request.resume();
        return body.future().onComplete(done -> vertx.cancelTimer(timer));
    }
}
