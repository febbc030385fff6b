package huisheng.http;

import huisheng.json.Json;
import huisheng.review.AnalysedReview;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Passes analysed reviews on to those who watch, each within their scope. Safe from any thread; never blocks. */
public final class Live {
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** To be called once per review that has become searchable. */
    public void publish(AnalysedReview review) {
        String event = null;
        for (Subscriber subscriber : subscribers) {
            if (!subscriber.admits(review.review())) continue;
            if (event == null) event = "event: review\nid: " + review.id() + "\ndata: " + json(review) + "\n\n";
            subscriber.offer(event, review.analysis().sentiment().label());
        }
    }

    public int subscribers() {
        return subscribers.size();
    }

    boolean add(Subscriber subscriber, int limit) {
        if (closed || subscribers.size() >= limit) return false;
        return subscribers.add(subscriber);
    }

    void remove(Subscriber subscriber) {
        subscribers.remove(subscriber);
    }

    void close() {
        closed = true;
        subscribers.forEach(Subscriber::close);
    }

    private static String json(AnalysedReview review) {
        return Json.write(LiveReview.of(review));
    }

    /** What a watcher sees of a review: nothing about its writer. */
    record LiveReview(
            String id,
            String channel,
            @Nullable String brand,
            @Nullable String product,
            @Nullable String productName,
            @Nullable String store,
            @Nullable String region,
            @Nullable Integer rating,
            java.time.Instant writtenAt,
            String text,
            huisheng.review.Analysis analysis) {
        static LiveReview of(AnalysedReview analysed) {
            huisheng.review.Review review = analysed.review();
            return new LiveReview(
                    String.valueOf(analysed.id()),
                    review.channel(),
                    review.brand(),
                    review.product(),
                    review.productName(),
                    review.store(),
                    review.region(),
                    review.rating(),
                    review.writtenAt(),
                    review.text(),
                    analysed.analysis());
        }
    }
}
