package huisheng.ingest;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.index.Sample;
import huisheng.review.Analysis;
import huisheng.review.StoredReview;
import huisheng.store.AnalysisQueue;
import huisheng.store.CopyWindow;
import huisheng.store.Database;
import huisheng.store.EmbeddedDatabases;
import huisheng.store.NewReview;
import huisheng.store.ReviewTable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CopyFollowerIT {
    private final Vertx vertx = Vertx.vertx();
    private final Database database = EmbeddedDatabases.open(vertx);
    private final CountDownLatch asked = new CountDownLatch(4);

    @AfterEach
    void close() {
        await(database.close());
        await(vertx.close());
    }

    @Test
    void follow_busyWithinTheLongestWait_givesWay() throws Exception {
        saveAnalysed();
        CopyFollower copies = follow(Duration.ofHours(1));
        assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
        await(copies.stop());
        assertThat(steps()).isZero();
    }

    @Test
    void follow_busyForLonger_stepsAllTheSame() {
        saveAnalysed();
        CopyFollower copies = follow(Duration.ofMillis(500));
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (steps() == 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
        await(copies.stop());
    }

    private CopyFollower follow(Duration longestWait) {
        CopyFollower copies = new CopyFollower(vertx, new CopyWindow(database), this::busy, longestWait);
        copies.start();
        return copies;
    }

    private boolean busy() {
        asked.countDown();
        return true;
    }

    private long steps() {
        return await(database.pool()
                        .query("SELECT count(*) AS n FROM follower WHERE name = 'copies'")
                        .execute())
                .iterator()
                .next()
                .getLong("n");
    }

    private void saveAnalysed() {
        NewReview review = new NewReview(Sample.review(1).analysed().review(), List.of());
        assertThat(await(new ReviewTable(database).save(List.of(review)))).hasSize(1);
        assertThat(await(new AnalysisQueue(database).work(10, CopyFollowerIT::analyse)))
                .isEqualTo(1);
    }

    private static Future<List<Analysis>> analyse(List<StoredReview> reviews) {
        return Future.succeededFuture(reviews.stream()
                .map(review -> Sample.review(review.id()).analysed().analysis())
                .toList());
    }
}
