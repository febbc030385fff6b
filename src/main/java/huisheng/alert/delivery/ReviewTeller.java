package huisheng.alert.delivery;

import huisheng.store.Loop;
import huisheng.store.ReviewTelling;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;

/** Follows the changes and tells targets of reviews that are news to them. */
public final class ReviewTeller {
    /** Events of one step, each with a whole review. */
    private static final int MOST_EVENTS = 2_000;

    private final Vertx vertx;
    private final ReviewTelling telling;
    private final ReviewNews news;
    private final Loop loop;

    public ReviewTeller(Vertx vertx, ReviewTelling telling, Clock clock) {
        this.vertx = vertx;
        this.telling = telling;
        this.news = new ReviewNews(clock);
        this.loop = new Loop(vertx, "review teller", () -> telling().map(read -> read > 0));
    }

    public void start() {
        loop.start();
    }

    public void wake() {
        loop.wake();
    }

    /** Ends after the step in hand. */
    public Future<Void> stop() {
        return loop.stop();
    }

    private Future<Integer> telling() {
        return telling.step(
                MOST_EVENTS, (targets, arrivals) -> vertx.executeBlocking(() -> news.of(targets, arrivals), false));
    }
}
