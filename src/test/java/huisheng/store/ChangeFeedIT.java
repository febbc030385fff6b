package huisheng.store;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.AnalysedReview;
import huisheng.review.Change;
import huisheng.review.Position;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeFeedIT extends StoreTest {
    private static final int WRITERS = 8;
    private static final int ROUNDS = 25;
    private static final int KEYS = 120;

    @Test
    void readAfter_concurrentSlowWriters_skipsNothing() throws Exception {
        long seed = Long.getLong("huisheng.seed", System.nanoTime());
        System.out.println("ChangeFeedIT seed " + seed);
        AtomicBoolean done = new AtomicBoolean();
        Map<Long, Change> followed = new HashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var follower = threads.submit(() -> follow(done, followed));
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> threads.submit(write(new Random(seed + writer))))
                    .toList();
            for (var writer : writers)
                assertThat(writer.get(5, TimeUnit.MINUTES)).isPositive();
            analyseAll();
            done.set(true);
            follower.get(1, TimeUnit.MINUTES);
        }
        Map<Long, String> truth = new HashMap<>();
        for (var row :
                await(database().pool().query("SELECT id, text FROM review").execute())) {
            truth.put(row.getLong("id"), row.getString("text"));
        }
        Map<Long, String> seen = new HashMap<>();
        followed.forEach((id, change) -> {
            AnalysedReview analysed = change.analysed();
            if (analysed != null) seen.put(id, analysed.review().text());
        });
        assertThat(seen).isEqualTo(truth);
        assertThat(followed.values().stream().filter(change -> change.analysed() == null))
                .isNotEmpty();
    }

    /** Saves, analyses and erases at random; some analyses keep their transaction open for a while. */
    private Callable<Integer> write(Random random) {
        ReviewTable table = new ReviewTable(database());
        AnalysisQueue queue = new AnalysisQueue(database());
        Subjects subjects = new Subjects(database());
        return () -> {
            int written = 0;
            for (int round = 0; round < ROUNDS; round++) {
                NewReview[] batch = new NewReview[1 + random.nextInt(10)];
                for (int i = 0; i < batch.length; i++) {
                    int key = random.nextInt(KEYS);
                    batch[i] = Reviews.by("author-" + key % 20, "c" + key, "文" + random.nextInt(1000));
                }
                written += await(table.save(List.of(batch))).size();
                long pause = random.nextInt(4) == 0 ? 1 + random.nextInt(150) : 0;
                await(queue.work(
                        1 + random.nextInt(8), reviews -> pause(pause).compose(v -> Reviews.analyse(reviews))));
                if (random.nextInt(12) == 0) await(subjects.erase("author-" + random.nextInt(20)));
            }
            return written;
        };
    }

    private Future<Void> pause(long millis) {
        return millis == 0 ? Future.succeededFuture() : vertx.timer(millis).mapEmpty();
    }

    private int follow(AtomicBoolean done, Map<Long, Change> followed) {
        ChangeFeed feed = new ChangeFeed(database());
        Position position = Position.START;
        while (true) {
            boolean last = done.get();
            List<Change> changes = await(feed.readAfter(position, 7));
            for (Change change : changes) {
                assertThat(change.position()).isGreaterThan(position);
                position = change.position();
                followed.put(change.reviewId(), change);
            }
            if (changes.isEmpty() && last) return followed.size();
        }
    }

    @Test
    void readAfter_editAfterTheAnalysis_isLeftOutUntilItIsReadAgain() {
        ChangeFeed feed = new ChangeFeed(database());
        analyseAll();
        Position before = last(feed, Position.START);
        save(Reviews.by("edits", "edited-1", "好喝"));
        analyseAll();
        save(Reviews.by("edits", "edited-1", "喝完上头"));
        assertThat(await(feed.readAfter(before, 10))).isEmpty();
        analyseAll();
        assertThat(await(feed.readAfter(before, 10)))
                .extracting(Change::analysed)
                .extracting(
                        analysed -> analysed == null ? "" : analysed.review().text())
                .containsExactly("喝完上头");
    }

    private static Position last(ChangeFeed feed, Position after) {
        Position position = after;
        List<Change> changes = await(feed.readAfter(position, 1_000));
        while (!changes.isEmpty()) {
            position = changes.getLast().position();
            changes = await(feed.readAfter(position, 1_000));
        }
        return position;
    }

    @Test
    void wakeups_afterSaveAndAnalysis_ring() throws Exception {
        CountDownLatch task = new CountDownLatch(1);
        CountDownLatch change = new CountDownLatch(1);
        database().wakeups().subscribe(Wakeups.TASK, task::countDown);
        database().wakeups().subscribe(Wakeups.CHANGE, change::countDown);
        save(Reviews.of("ring", "叮"));
        assertThat(task.await(20, TimeUnit.SECONDS)).isTrue();
        analyseAll();
        assertThat(change.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void open_databaseRestoredElsewhere_stampsAnewAndRenames() {
        String url = EmbeddedDatabases.url();
        Database first = await(Database.open(vertx, DatabaseSettings.at(url)));
        await(new ReviewTable(first).save(List.of(Reviews.of("old", "旧库"))));
        assertThat(await(new AnalysisQueue(first).work(10, Reviews::analyse))).isEqualTo(1);
        ChangeFeed feed = new ChangeFeed(first);
        UUID name = await(feed.installation());
        assertThat(await(feed.knows(new Position(1L << 40, 1)))).isFalse();
        await(first.pool()
                .query("UPDATE review_change SET xid = '1099511627776'")
                .execute());
        assertThat(await(feed.readAfter(Position.START, 10))).isEmpty();
        await(first.close());

        Database second = await(Database.open(vertx, DatabaseSettings.at(url)));
        ChangeFeed restored = new ChangeFeed(second);
        List<Change> changes = await(restored.readAfter(Position.START, 10), Duration.ofSeconds(20));
        assertThat(changes).hasSize(1);
        assertThat(await(restored.knows(changes.get(0).position()))).isTrue();
        assertThat(await(restored.lag(Position.START))).isEqualTo(1);
        UUID renamed = await(restored.installation());
        assertThat(renamed).isNotEqualTo(name);
        await(second.close());

        Database third = await(Database.open(vertx, DatabaseSettings.at(url)));
        assertThat(await(new ChangeFeed(third).installation())).isEqualTo(renamed);
        await(third.close());
    }
}
