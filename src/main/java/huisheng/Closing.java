package huisheng;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was begun, to be ended in the reverse order. Used from one thread. */
final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
    private static final long STOP_SECONDS = 30;

    private final Deque<Supplier<Future<Void>>> ends = new ArrayDeque<>();

    void push(Supplier<Future<Void>> end) {
        ends.push(end);
    }

    /** Blocks until all has ended; what does not end in time keeps nothing else from it. */
    void close() {
        while (!ends.isEmpty()) {
            try {
                ends.pop().get().await(STOP_SECONDS, TimeUnit.SECONDS);
            } catch (Exception e) {
                LOG.warn("not closed in good order", e);
            }
        }
    }
}
