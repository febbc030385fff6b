package huisheng.alert.delivery;

import huisheng.insight.ask.Wording;
import huisheng.json.Json;
import huisheng.review.AnalysedReview;
import huisheng.review.Filter;
import huisheng.review.Scope;
import huisheng.store.Arrival;
import huisheng.store.Loop;
import huisheng.store.NewEvent;
import huisheng.store.ReviewTelling;
import huisheng.store.StoredTarget;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the changes and tells targets of reviews that match their filter: each version of a review once, and none that
 * was there before the target.
 */
public final class ReviewTeller {
    /** Events of one step, each with a whole review. */
    private static final int MOST_EVENTS = 2_000;

    private final Vertx vertx;
    private final ReviewTelling telling;
    private final Clock clock;
    private final Loop loop;

    public ReviewTeller(Vertx vertx, ReviewTelling telling, Clock clock) {
        this.vertx = vertx;
        this.telling = telling;
        this.clock = clock;
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
                MOST_EVENTS, (targets, arrivals) -> vertx.executeBlocking(() -> judge(targets, arrivals), false));
    }

    private List<NewEvent> judge(List<StoredTarget> targets, List<Arrival> arrivals) {
        List<NewEvent> events = new ArrayList<>();
        for (StoredTarget target : targets) {
            Filter filter = target.filter();
            ReviewMatch match = ReviewMatch.of(filter == null ? Filter.NONE : filter);
            for (Arrival arrival : arrivals) {
                if (concerns(target, match, arrival)) events.add(event(target, arrival.review()));
            }
        }
        return events;
    }

    private static boolean concerns(StoredTarget target, ReviewMatch match, Arrival arrival) {
        return !arrival.at().isBefore(target.createdAt())
                && target.scope().admits(arrival.review().review())
                && match.admits(arrival.review());
    }

    private NewEvent event(StoredTarget target, AnalysedReview analysed) {
        String key = "review:" + analysed.id() + ":" + analysed.stored().version() + ":" + target.id();
        Notice notice = new Notice(
                key,
                ReviewTelling.EVENT,
                null,
                title(analysed),
                Wording.same(analysed.review().text()),
                "/#/reviews/" + analysed.id(),
                clock.instant(),
                document(analysed));
        Scope about = Scope.of(analysed.review());
        return new NewEvent(key, ReviewTelling.EVENT, null, about, Json.write(notice), Set.of(target.name()))
                .quoting(analysed.id(), analysed.review().text());
    }

    private static Wording title(AnalysedReview analysed) {
        Integer rating = analysed.review().rating();
        String product = analysed.review().productName();
        String what = analysed.review().channel() + (product == null ? "" : " · " + product);
        return new Wording(
                "评论：" + what + (rating == null ? "" : " · " + rating + " 星"),
                "Review: " + what + (rating == null ? "" : " · rated " + rating));
    }

    /** The review with its analysis, in the form in which the API finds it. */
    private static Map<String, Object> document(AnalysedReview analysed) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", analysed.id());
        document.put("version", analysed.stored().version());
        document.put("receivedAt", analysed.stored().receivedAt());
        document.put("review", analysed.review());
        document.put("analysis", analysed.analysis());
        return document;
    }
}
