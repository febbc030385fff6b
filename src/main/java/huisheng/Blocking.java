package huisheng;

import io.vertx.core.Future;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** For the main thread, which has nothing to do while the service starts. */
final class Blocking {
    private static final long START_SECONDS = 120;

    private Blocking() {}

    static <T> T await(Future<T> future) {
        try {
            return future.await(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new CompletionException("no answer within " + START_SECONDS + " s", e);
        }
    }
}
