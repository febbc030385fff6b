package huisheng.index;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.ingest.IndexFollower;
import huisheng.review.Analysis;
import huisheng.review.StoredReview;
import huisheng.store.AnalysisQueue;
import huisheng.store.ChangeFeed;
import huisheng.store.Database;
import huisheng.store.EmbeddedDatabases;
import huisheng.store.NewReview;
import huisheng.store.ReviewTable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real follower between the real store and an index whose disk fails. */
class FollowerDiskIT {
    private static final int BATCH = 50;

    @TempDir
    private Path folder;

    private int saved;

    @Test
    void follow_diskFailsForAWhile_catchesUpAndLeavesNothingOut() throws Exception {
        Vertx vertx = Vertx.vertx();
        Database database = EmbeddedDatabases.open(vertx);
        try {
            ChangeFeed feed = new ChangeFeed(database);
            UUID installation = await(feed.installation());
            FailingDirectory disk = new FailingDirectory(folder);
            ReviewIndex index = LuceneReviewIndex.open(disk, installation, 16);
            IndexFollower follower = new IndexFollower(vertx, feed, index, Duration.ofMillis(50), batch -> {});
            follower.start();
            save(database);
            waitUntil(() -> index.size() == BATCH);
            assertThat(follower.isHealthy()).isTrue();

            disk.failing = true;
            save(database);
            waitUntil(() -> disk.failures.get() >= 2);
            waitUntil(() -> !follower.isHealthy());
            save(database);
            assertThat(index.size()).isLessThan(3 * BATCH);

            // it opens again and again, which says nothing about the disk
            int failures = disk.failures.get();
            waitUntil(() -> {
                assertThat(follower.isHealthy()).isFalse();
                return disk.failures.get() >= failures + 3;
            });

            disk.failing = false;
            waitUntil(() -> index.size() == 3 * BATCH);
            // what a refresh shows is told as shown a moment later
            waitUntil(() -> await(feed.lag(follower.position())) == 0);
            waitUntil(follower::isHealthy);
            await(follower.stop().map(true));
            index.close();
            assertReopened(installation);
        } finally {
            await(database.close().map(true));
            await(vertx.close().map(true));
        }
    }

    private void assertReopened(UUID installation) throws IOException {
        try (ReviewIndex index = LuceneReviewIndex.open(new FailingDirectory(folder), installation, 16)) {
            assertThat(index.size()).isEqualTo(3 * BATCH);
        }
    }

    private void save(Database database) {
        List<NewReview> reviews = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            reviews.add(new NewReview(Sample.review(saved++).analysed().review(), List.of()));
        }
        assertThat(await(new ReviewTable(database).save(reviews))).hasSize(BATCH);
        assertThat(await(new AnalysisQueue(database).work(BATCH, FollowerDiskIT::analyse)))
                .isEqualTo(BATCH);
    }

    private static Future<List<Analysis>> analyse(List<StoredReview> reviews) {
        return Future.succeededFuture(reviews.stream()
                .map(review -> Sample.review(review.id()).analysed().analysis())
                .toList());
    }

    /** The follower pauses up to some seconds after a failure. */
    private static void waitUntil(BooleanSupplier reached) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
