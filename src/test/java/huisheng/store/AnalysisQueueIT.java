package huisheng.store;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Analysis;
import huisheng.review.StoredReview;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnalysisQueueIT extends StoreTest {
    @BeforeEach
    void emptyQueue() {
        assertThat(await(database().pool().query("DELETE FROM analysis_task").execute()))
                .isNotNull();
    }

    @Test
    void work_savedReview_savesAnalysisOfItsText() {
        long id = save(Reviews.of("w1", "酒香浓郁")).get(0).id();
        assertThat(work(10)).isEqualTo(1);
        Analysis analysis = find(id).analysed().orElseThrow().analysis();
        assertThat(analysis).isEqualTo(Reviews.analysis(find(id).stored(), "p1"));
        assertThat(work(10)).isZero();
    }

    @Test
    void work_twoWorkersAtOnce_takeDifferentReviews() {
        List<NewReview> batch = new ArrayList<>();
        for (int i = 0; i < 40; i++) batch.add(Reviews.of("two" + i, "评论" + i));
        assertThat(save(batch.toArray(NewReview[]::new))).hasSize(40);
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        Promise<Void> bothHold = Promise.promise();
        CountDownLatch holding = new CountDownLatch(2);
        AnalysisQueue queue = new AnalysisQueue(database());
        List<Future<Integer>> workers = new ArrayList<>();
        for (int w = 0; w < 2; w++) {
            workers.add(queue.work(20, reviews -> {
                reviews.forEach(review -> assertThat(seen.add(review.id())).isTrue());
                holding.countDown();
                if (holding.getCount() == 0) bothHold.complete();
                return bothHold.future().compose(v -> Reviews.analyse(reviews));
            }));
        }
        assertThat(await(workers.get(0)) + await(workers.get(1))).isEqualTo(40);
        assertThat(seen).hasSize(40);
    }

    @Test
    void work_poison_isParkedAndBlocksNothing() {
        List<Saved> saved = save(Reviews.of("p1", "好"), Reviews.of("p2", "毒"), Reviews.of("p3", "好"));
        AnalysisQueue queue = new AnalysisQueue(database(), Duration.ZERO);
        for (int i = 0; i < AnalysisQueue.MAX_ATTEMPTS; i++) {
            assertThat(await(queue.parked())).isZero();
            assertThat(await(queue.work(10, AnalysisQueueIT::failOnPoison))).isEqualTo(i == 0 ? 3 : 1);
        }
        assertThat(await(queue.work(10, AnalysisQueueIT::failOnPoison))).isZero();
        assertThat(await(queue.parked())).isEqualTo(1);
        assertThat(find(saved.get(0).id()).analysis()).isNotNull();
        assertThat(find(saved.get(1).id()).analysis()).isNull();
        assertThat(find(saved.get(2).id()).analysis()).isNotNull();
        assertThat(await(queue.unpark())).isEqualTo(1);
        assertThat(await(queue.work(10, Reviews::analyse))).isEqualTo(1);
        assertThat(find(saved.get(1).id()).analysis()).isNotNull();
    }

    @Test
    void work_failedReview_waitsBeforeItIsTriedAgain() {
        save(Reviews.of("pause", "毒"));
        AnalysisQueue queue = new AnalysisQueue(database(), Duration.ofHours(1));
        assertThat(await(queue.work(10, AnalysisQueueIT::failOnPoison))).isEqualTo(1);
        assertThat(await(queue.work(10, AnalysisQueueIT::failOnPoison))).isZero();
        assertThat(number("SELECT count(*) FROM analysis_task WHERE last_error LIKE '%毒%'"))
                .isZero();
    }

    @Test
    void work_editWhileAnalysing_analysesTheNewText() throws Exception {
        long id = save(Reviews.of("e1", "旧")).get(0).id();
        CountDownLatch loaded = new CountDownLatch(1);
        Promise<Void> go = Promise.promise();
        Future<Integer> working = new AnalysisQueue(database()).work(10, reviews -> {
            loaded.countDown();
            return go.future().compose(v -> Reviews.analyse(reviews));
        });
        assertThat(loaded.await(30, TimeUnit.SECONDS)).isTrue();
        Future<List<Saved>> edit = new ReviewTable(database()).save(List.of(Reviews.of("e1", "新")));
        go.complete();
        assertThat(await(working)).isEqualTo(1);
        assertThat(await(edit).get(0).status()).isEqualTo(Status.UPDATED);
        assertThat(find(id).analysis()).isNull();
        assertThat(work(10)).isEqualTo(1);
        assertThat(find(id).analysed().orElseThrow().analysis().text()).isEqualTo("新");
    }

    @Test
    void work_parentAfterFollowup_analysesTheFollowupAgain() {
        long followup = save(Reviews.followup("f1", "late", "追评")).get(0).id();
        analyseAll();
        assertThat(find(followup).analysed().orElseThrow().analysis().keywords())
                .contains("");
        save(Reviews.of("late", "首评"));
        analyseAll();
        assertThat(find(followup).analysed().orElseThrow().analysis().keywords())
                .contains("首评");
        save(Reviews.of("late", "首评改了"));
        analyseAll();
        assertThat(find(followup).analysed().orElseThrow().analysis().keywords())
                .contains("首评改了");
        assertThat(number("SELECT count(*) FROM analysis_task")).isZero();
    }

    @Test
    void requeue_otherPipeline_analysesAgainBehindFreshReviews() {
        save(Reviews.of("r1", "一"), Reviews.of("r2", "二"));
        analyseAll();
        AnalysisQueue queue = new AnalysisQueue(database());
        long outdated = await(queue.outdated("p2"));
        assertThat(outdated).isGreaterThanOrEqualTo(2);
        assertThat(await(queue.requeue("p1", 1000))).isZero();
        assertThat(await(queue.requeue("p2", 1))).isEqualTo(1);
        assertThat(await(queue.requeue("p2", 1000))).isEqualTo((int) outdated - 1);
        long fresh = save(Reviews.of("r3", "三")).get(0).id();
        List<StoredReview> first = new ArrayList<>();
        assertThat(await(queue.work(1, reviews -> {
                    first.addAll(reviews);
                    return second(reviews);
                })))
                .isEqualTo(1);
        assertThat(first).extracting(StoredReview::id).containsExactly(fresh);
        assertThat(await(queue.work(1000, AnalysisQueueIT::second))).isEqualTo((int) outdated);
        assertThat(await(queue.outdated("p2"))).isZero();
    }

    @Test
    void backlog_severalWaiting_countsThem() {
        save(Reviews.of("q1", "一"), Reviews.of("q2", "二"));
        assertThat(await(new AnalysisQueue(database()).backlog())).isEqualTo(2);
    }

    private static Future<List<Analysis>> second(List<StoredReview> reviews) {
        return Future.succeededFuture(
                reviews.stream().map(review -> Reviews.analysis(review, "p2")).toList());
    }

    private static Future<List<Analysis>> failOnPoison(List<StoredReview> reviews) {
        for (StoredReview review : reviews) {
            if (review.review().text().equals("毒")) throw new IllegalArgumentException("cannot read 毒");
        }
        return Reviews.analyse(reviews);
    }
}
