package huisheng.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.channel.Connector;
import huisheng.channel.Connectors;
import huisheng.channel.Payload;
import huisheng.channel.RawReview;
import huisheng.channel.Reading;
import huisheng.channel.Rejection;
import huisheng.privacy.AuthorHash;
import huisheng.privacy.Masked;
import huisheng.privacy.Masker;
import huisheng.review.Author;
import huisheng.review.Review;
import huisheng.store.NewReview;
import huisheng.store.ReviewTable;
import huisheng.store.Saved;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The write path of a push, in the order in which it happens: read what the channel sent, mask it, save it, answer. What
 * is answered as saved is on disk. Safe from any thread.
 */
public final class ReviewIntake {
    private static final int THREADS = 2;

    private final Connector connector = Connectors.CANONICAL;
    private final Masker masker = new Masker();
    private final ReviewTable table;
    private final AuthorHash authors;
    private final Clock clock;
    private final WorkerExecutor threads;

    public ReviewIntake(Vertx vertx, ReviewTable table, AuthorHash authors, Clock clock) {
        this.table = table;
        this.authors = authors;
        this.clock = clock;
        this.threads = vertx.createSharedWorkerExecutor("intake", THREADS, 30, TimeUnit.SECONDS);
    }

    /**
     * What became of one item: saved or rejected, never both.
     *
     * @param externalId as the item says it, null where it says none
     */
    public record Result(
            int index,
            @Nullable String externalId,
            @Nullable Saved saved,
            @Nullable Rejection rejection) {}

    /** One result an item, in order; fails where the batch could not be committed. */
    public Future<List<Result>> push(List<JsonNode> items) {
        return threads.executeBlocking(() -> read(items), false).compose(this::save);
    }

    /** Ends the threads. */
    public Future<Void> close() {
        return threads.close();
    }

    /** What was read of one item: {@code from} to {@code until} are its reviews in the batch. */
    private record Read(@Nullable String externalId, int from, int until, List<Rejection> rejections) {}

    private record Batch(List<Read> items, List<NewReview> reviews) {}

    private Batch read(List<JsonNode> items) {
        List<Read> reads = new ArrayList<>(items.size());
        List<NewReview> reviews = new ArrayList<>(items.size());
        Instant now = clock.instant();
        for (int i = 0; i < items.size(); i++) {
            Reading reading = connector.read(Payload.of(i, items.get(i), now));
            int from = reviews.size();
            reading.reviews().forEach(raw -> reviews.add(mask(raw)));
            JsonNode id = items.get(i).path("externalId");
            String externalId = id.isTextual() ? id.textValue() : null;
            reads.add(new Read(externalId, from, reviews.size(), reading.rejections()));
        }
        return new Batch(reads, reviews);
    }

    private NewReview mask(RawReview raw) {
        Review review = raw.review();
        Masked text = masker.mask(review.text());
        Map<String, String> attributes = new TreeMap<>();
        review.attributes()
                .forEach(
                        (name, value) -> attributes.put(name, masker.mask(value).text()));
        Review masked = new Review(
                review.channel(),
                review.externalId(),
                review.kind(),
                review.parent(),
                review.brand(),
                review.product(),
                review.productName(),
                review.store(),
                review.region(),
                author(review, raw.userId()),
                review.rating(),
                text.text(),
                review.language(),
                review.writtenAt(),
                review.likes(),
                review.url(),
                review.variant(),
                attributes);
        return new NewReview(masked, text.spans());
    }

    private Author author(Review review, @Nullable String userId) {
        Author author = review.author();
        String key = userId == null ? null : authors.hash(review.channel(), userId);
        return new Author(key, author.level(), author.ageBand(), author.gender(), author.purchases());
    }

    private Future<List<Result>> save(Batch batch) {
        if (batch.reviews.isEmpty()) return Future.succeededFuture(results(batch, List.of()));
        return table.save(batch.reviews).map(saved -> results(batch, saved));
    }

    private static List<Result> results(Batch batch, List<Saved> saved) {
        List<Result> results = new ArrayList<>(batch.items.size());
        for (int i = 0; i < batch.items.size(); i++) {
            Read item = batch.items.get(i);
            boolean kept = item.from < item.until;
            results.add(new Result(
                    i, item.externalId, kept ? saved.get(item.from) : null, kept ? null : item.rejections.getFirst()));
        }
        return results;
    }
}
