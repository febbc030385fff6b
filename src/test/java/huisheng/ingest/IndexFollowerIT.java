package huisheng.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.index.IndexSettings;
import huisheng.index.LuceneReviewIndex;
import huisheng.index.ReviewIndex;
import huisheng.index.Sample;
import huisheng.review.Analysis;
import huisheng.review.Change;
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
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFollowerIT {
    private static final int REVIEWS = 5_300;
    private final Vertx vertx = Vertx.vertx();
    private final Database database = EmbeddedDatabases.open(vertx);
    private final Set<Long> told = ConcurrentHashMap.newKeySet();
    private final CountDownLatch allTold = new CountDownLatch(1);

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        EmbeddedDatabases.await(database.close());
        EmbeddedDatabases.await(vertx.close());
    }

    @Test
    void follow_severalBatches_showsEveryReviewAndCommits() throws Exception {
        saveAnalysed();
        try (ReviewIndex index = open()) {
            IndexFollower follower = follow(index);
            assertThat(allTold.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(index.size()).isEqualTo(REVIEWS);
            assertThat(EmbeddedDatabases.await(new ChangeFeed(database).lag(follower.position())))
                    .isZero();
            EmbeddedDatabases.await(follower.stop());
            assertThat(index.committed()).isEqualTo(follower.position());
        }
    }

    @Test
    void follow_refreshFails_goesBackToTheCommitAndLosesNothing() throws Exception {
        saveAnalysed();
        AtomicInteger failures = new AtomicInteger(2);
        try (ReviewIndex index = open()) {
            IndexFollower follower = follow(failing(index, failures));
            assertThat(allTold.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(failures.get()).isNegative();
            assertThat(index.size()).isEqualTo(REVIEWS);
            EmbeddedDatabases.await(follower.stop());
            assertThat(index.committed()).isEqualTo(follower.position());
        }
    }

    private IndexFollower follow(ReviewIndex index) {
        IndexFollower follower =
                new IndexFollower(vertx, new ChangeFeed(database), index, Duration.ofMillis(300), this::tell);
        follower.start();
        return follower;
    }

    private void tell(List<Change> visible) {
        visible.forEach(change -> told.add(change.reviewId()));
        if (told.size() == REVIEWS) allTold.countDown();
    }

    private ReviewIndex open() throws IOException {
        return LuceneReviewIndex.open(
                IndexSettings.in(folder), EmbeddedDatabases.await(new ChangeFeed(database).installation()));
    }

    /** The real index, but the disk seems to be full for the first few refreshes. */
    private static ReviewIndex failing(ReviewIndex index, AtomicInteger failures) {
        return (ReviewIndex) Proxy.newProxyInstance(
                ReviewIndex.class.getClassLoader(), new Class<?>[] {ReviewIndex.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("refresh") && failures.getAndDecrement() > 0) {
                        throw new IOException("the disk is full");
                    }
                    try {
                        return method.invoke(index, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void saveAnalysed() {
        List<NewReview> reviews = LongStream.range(0, REVIEWS)
                .mapToObj(i -> new NewReview(Sample.review(i).analysed().review(), List.of()))
                .toList();
        EmbeddedDatabases.await(new ReviewTable(database).save(reviews));
        AnalysisQueue queue = new AnalysisQueue(database);
        int done = 0;
        while (done < REVIEWS) done += EmbeddedDatabases.await(queue.work(1_000, IndexFollowerIT::analyse));
    }

    private static Future<List<Analysis>> analyse(List<StoredReview> reviews) {
        return Future.succeededFuture(reviews.stream()
                .map(review -> Sample.review(review.id()).analysed().analysis())
                .toList());
    }
}
