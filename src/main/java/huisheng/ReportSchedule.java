package huisheng;

import huisheng.insight.report.ReportFolder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then whether a report is due. Used from one thread. */
final class ReportSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(ReportSchedule.class);
    private static final long EVERY_MS = TimeUnit.MINUTES.toMillis(10);
    /** Not while the service starts. */
    private static final long FIRST_MS = TimeUnit.SECONDS.toMillis(30);

    private final Vertx vertx;
    private final ReportFolder folder;
    private final Clock clock;
    private volatile boolean stopped;
    private Future<Integer> running = Future.succeededFuture(0);
    private long timer;

    ReportSchedule(Vertx vertx, ReportFolder folder, Clock clock) {
        this.vertx = vertx;
        this.folder = folder;
        this.clock = clock;
    }

    void start() {
        timer = vertx.setPeriodic(FIRST_MS, EVERY_MS, id -> look());
    }

    private void look() {
        if (stopped || !running.isComplete()) return;
        running = vertx.executeBlocking(() -> folder.writeDue(clock.instant(), () -> stopped))
                .onSuccess(written -> {
                    if (written > 0) LOG.info("{} report files written", written);
                })
                .onFailure(e -> LOG.warn("a report could not be written, tried again later", e));
    }

    Future<Void> stop() {
        stopped = true;
        boolean cancelled = vertx.cancelTimer(timer);
        if (cancelled) LOG.debug("no more reports");
        return running.transform(done -> Future.succeededFuture());
    }
}
