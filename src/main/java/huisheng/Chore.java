package huisheng;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something done at once and again from time to time; where it fails, the next time makes up for it. */
final class Chore {
    private static final Logger LOG = LoggerFactory.getLogger(Chore.class);

    private final Vertx vertx;
    private final long timer;

    /** @param name for the log */
    Chore(Vertx vertx, String name, long everyMs, Supplier<? extends Future<?>> work) {
        this.vertx = vertx;
        this.timer = vertx.setPeriodic(
                0, everyMs, id -> work.get().onFailure(e -> LOG.warn("{} failed, tried again later", name, e)));
    }

    Future<Void> stop() {
        return Future.succeededFuture(vertx.cancelTimer(timer)).mapEmpty();
    }
}
