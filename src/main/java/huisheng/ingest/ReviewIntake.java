package huisheng.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.channel.Payload;
import huisheng.channel.Reading;
import huisheng.channel.Rejection;
import huisheng.privacy.AuthorHash;
import huisheng.store.NewReview;
import huisheng.store.ReviewTable;
import huisheng.store.Saved;
import huisheng.store.Status;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The write path of a push, in the order in which it happens: read what the channel sent, mask it, save it, answer. What
 * is answered as saved is on disk. Safe from any thread.
 */
public final class ReviewIntake {
    private static final int THREADS = 2;
    private final PersonalData personal;
    private final ReviewTable table;
    private final Clock clock;
    private final WorkerExecutor threads;
    private final AtomicInteger pushing = new AtomicInteger();

    public ReviewIntake(Vertx vertx, ReviewTable table, AuthorHash authors, Clock clock) {
        this.table = table;
        this.personal = new PersonalData(authors);
        this.clock = clock;
        this.threads = vertx.createSharedWorkerExecutor("intake", THREADS, 30, TimeUnit.SECONDS);
    }

    /**
     * What became of one item, or of one follow-up in it: saved or rejected, never both.
     *
     * @param externalId null where it is not known
     * @param followups that the item holds beside its review
     */
    public record Result(
            int index,
            @Nullable String externalId,
            @Nullable Saved saved,
            @Nullable Rejection rejection,
            List<Result> followups) {}

    /** One result an item, in order; fails where the batch could not be committed. */
    public Future<List<Result>> push(Delivery delivery, List<JsonNode> items) {
        pushing.getAndAdd(items.size());
        return threads.executeBlocking(() -> read(delivery, items), false)
                .compose(batch -> save(delivery, batch))
                .onComplete(done -> pushing.getAndAdd(-items.size()));
    }

    /** Items that are being read and saved now. */
    public int pushing() {
        return pushing.get();
    }

    /** Ends the threads. */
    public Future<Void> close() {
        return threads.close();
    }

    /** What was read of one item: {@code from} to {@code until} are its reviews in the batch. */
    private record Read(@Nullable String externalId, int from, int until, List<Rejection> rejections) {}

    private record Batch(List<Read> items, List<NewReview> reviews) {}

    private Batch read(Delivery delivery, List<JsonNode> items) {
        List<Read> reads = new ArrayList<>(items.size());
        List<NewReview> reviews = new ArrayList<>(items.size());
        Instant now = clock.instant();
        for (int i = 0; i < items.size(); i++) {
            Reading reading = delivery.connector().read(new Payload(i, items.get(i), now, delivery.defaults()));
            List<NewReview> found = new ArrayList<>();
            List<Rejection> rejections = new ArrayList<>(reading.rejections());
            reading.reviews().forEach(raw -> found.add(personal.masked(raw)));
            Rejection outside = OutOfScope.first(i, delivery, found);
            if (outside != null) {
                found.clear();
                rejections.addFirst(outside);
            }
            int from = reviews.size();
            reviews.addAll(found);
            reads.add(new Read(externalId(items.get(i)), from, reviews.size(), rejections));
        }
        return new Batch(reads, reviews);
    }

    /** What a rejected item calls itself in our own form; other channels have other names for it. */
    private static @Nullable String externalId(JsonNode item) {
        JsonNode id = item.path("externalId");
        return id.isTextual() ? id.textValue() : null;
    }

    private Future<List<Result>> save(Delivery delivery, Batch batch) {
        if (batch.reviews.isEmpty()) return Future.succeededFuture(results(delivery, batch, List.of()));
        return table.save(batch.reviews, delivery.scope()).map(saved -> results(delivery, batch, saved));
    }

    private static List<Result> results(Delivery delivery, Batch batch, List<Saved> saved) {
        List<Result> results = new ArrayList<>(batch.items.size());
        for (int i = 0; i < batch.items.size(); i++) results.add(result(delivery, i, batch, saved));
        return results;
    }

    /** An item with nothing to save was rejected; where there was a review, only some follow-up of it was. */
    private static Result result(Delivery delivery, int index, Batch batch, List<Saved> saved) {
        Read item = batch.items.get(index);
        if (item.from == item.until) {
            return new Result(index, item.externalId, null, item.rejections.getFirst(), List.of());
        }
        List<Result> followups = new ArrayList<>();
        for (int i = item.from + 1; i < item.until; i++) {
            followups.add(stored(delivery, index, id(batch, i), saved.get(i), List.of()));
        }
        item.rejections.forEach(refused -> followups.add(new Result(index, null, null, refused, List.of())));
        return stored(delivery, index, id(batch, item.from), saved.get(item.from), followups);
    }

    private static Result stored(Delivery delivery, int index, String id, Saved saved, List<Result> followups) {
        return saved.status() == Status.FOREIGN
                ? new Result(index, id, null, OutOfScope.taken(index, delivery), followups)
                : new Result(index, id, saved, null, followups);
    }

    private static String id(Batch batch, int review) {
        return batch.reviews.get(review).review().externalId();
    }
}
