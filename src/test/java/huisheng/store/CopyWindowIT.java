package huisheng.store;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.analysis.noise.TextPrints;
import huisheng.review.Change;
import huisheng.review.NoiseType;
import huisheng.review.Position;
import huisheng.review.TextPrint;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CopyWindowIT extends StoreTest {
    @Test
    void step_copiesByFivePeople_flagsAllOfThemAndTellsFollowers() {
        List<Long> early = copies(1000, "p", 0, 4);
        follow(new CopyWindow(database()));
        assertThat(early).noneMatch(this::isDuplicate);
        Position before = last();
        List<Long> late = copies(1000, "p", 4, 6);
        follow(new CopyWindow(database()));
        assertThat(early).allMatch(this::isDuplicate);
        assertThat(late).allMatch(this::isDuplicate);
        List<Change> told = await(new ChangeFeed(database()).readAfter(before, 100));
        assertThat(told).extracting(Change::reviewId).containsAll(early).containsAll(late);
        assertThat(number("SELECT count(*) FROM bi_review WHERE noise AND author_key LIKE 'p-%'"))
                .isEqualTo(6);
    }

    @Test
    void reanalysis_copiedReview_keepsItsFlagAndAnEditLosesIt() {
        List<Long> ids = copies(1007, "again", 0, 5);
        follow(new CopyWindow(database()));
        AnalysisQueue queue = new AnalysisQueue(database());
        assertThat(await(queue.requeue("p2", 10_000))).isPositive();
        assertThat(await(queue.work(
                        10_000,
                        reviews -> Future.succeededFuture(reviews.stream()
                                .map(review -> Reviews.analysis(review, "p2"))
                                .toList()))))
                .isPositive();
        follow(new CopyWindow(database()));
        assertThat(ids).allMatch(this::isDuplicate);
        save(Reviews.by("again-0", "again-0", "其实第二瓶就有股酸味，跟上一瓶完全两样，客服也没个说法，不会再买了"));
        analyseAll();
        follow(new CopyWindow(database()));
        assertThat(isDuplicate(ids.get(0))).isFalse();
        assertThat(ids.subList(1, 5)).allMatch(this::isDuplicate);
    }

    @Test
    void step_onePersonsResendsAndEdits_areNoCampaign() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ids.add(save(Reviews.by("eager", "eager-" + i, unlike(2_000)))
                    .get(0)
                    .id());
            save(Reviews.by("eager", "eager-" + i, unlike(2_000) + "！"));
        }
        analyseAll();
        follow(new CopyWindow(database()));
        assertThat(ids).noneMatch(this::isDuplicate);
    }

    @Test
    void step_shortTextsOfManyPeople_areNoCampaign() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ids.add(save(Reviews.by("short-" + i, "short-" + i, "此用户没有填写评价。"))
                    .get(0)
                    .id());
            ids.add(save(Reviews.by("brief-" + i, "brief-" + i, "物流很快，包装好，下次还来"))
                    .get(0)
                    .id());
        }
        analyseAll();
        follow(new CopyWindow(database()));
        assertThat(ids).noneMatch(this::isDuplicate);
    }

    @Test
    void erase_memberOfACampaign_leavesNoTraceOfIt() {
        copies(1014, "gone", 0, 5);
        follow(new CopyWindow(database()));
        for (int i = 0; i < 5; i++) await(new Subjects(database()).erase("gone-" + i));
        assertThat(number("SELECT count(*) FROM copy_member WHERE author_key LIKE 'gone-%'"))
                .isZero();
        follow(new CopyWindow(database()));
        assertThat(number("SELECT count(*) FROM copy_group g WHERE NOT EXISTS"
                        + " (SELECT 1 FROM copy_member m WHERE m.group_id = g.id)"))
                .isZero();
    }

    @Test
    void step_moreThanTheWindowHolds_dropsTheOldestButNoCampaign() {
        copies(1021, "kept", 0, 5);
        CopyWindow small = new CopyWindow(database(), 10);
        follow(small);
        for (int i = 0; i < 40; i++) {
            save(Reviews.by("many-" + i, "many-" + i, unlike(i)));
        }
        analyseAll();
        follow(small);
        save(Reviews.by("many-x", "many-x", unlike(99)));
        analyseAll();
        follow(small);
        assertThat(number("SELECT count(*) FROM copy_member WHERE NOT flagged")).isLessThanOrEqualTo(11);
        assertThat(number("SELECT count(*) FROM copy_group WHERE NOT campaign")).isLessThanOrEqualTo(11);
        assertThat(number("SELECT count(*) FROM copy_member WHERE flagged AND author_key LIKE 'kept-%'"))
                .isEqualTo(5);
    }

    @Test
    void step_whileAnotherIsAtIt_waitsAndThenGoesOnFromItsPosition() {
        follow(new CopyWindow(database()));
        copies(1028, "two", 0, 5);
        Promise<Void> go = Promise.promise();
        AtomicInteger sketched = new AtomicInteger();
        Promise<Void> holding = Promise.promise();
        Future<Integer> first = new CopyWindow(database()).step(100, texts -> {
            holding.tryComplete();
            return go.future().compose(v -> sketch(texts, sketched));
        });
        await(holding.future());
        assertThat(await(new CopyWindow(database()).step(100, texts -> sketch(texts, sketched))))
                .isZero();
        go.complete();
        assertThat(await(first)).isEqualTo(5);
        follow(new CopyWindow(database()));
        assertThat(sketched.get()).isEqualTo(5);
    }

    private static String unlike(int i) {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < 40; c++) text.append((char) ('一' + (i * 971 + c * 389 + i * c * 17) % 5_000));
        return text.toString();
    }

    /** Copies of the same text by people {@code name-from} and on. */
    @CanIgnoreReturnValue
    private List<Long> copies(int text, String name, int from, int until) {
        List<Long> ids = new ArrayList<>();
        for (int i = from; i < until; i++) {
            String copy = unlike(text) + "！".repeat(i);
            ids.add(save(Reviews.by(name + "-" + i, name + "-" + i, copy))
                    .get(0)
                    .id());
        }
        analyseAll();
        return ids;
    }

    private void follow(CopyWindow window) {
        int read;
        do read = await(window.step(100, texts -> sketch(texts, new AtomicInteger())));
        while (read > 0);
    }

    private static Future<List<Optional<TextPrint>>> sketch(List<CopyText> texts, AtomicInteger count) {
        count.addAndGet(texts.size());
        return Future.succeededFuture(
                texts.stream().map(text -> TextPrints.of(text.text())).toList());
    }

    private Position last() {
        List<Change> changes = await(new ChangeFeed(database()).readAfter(Position.START, 10_000));
        return changes.isEmpty() ? Position.START : changes.getLast().position();
    }

    private boolean isDuplicate(long id) {
        Set<NoiseType> noise = find(id).analysed().orElseThrow().analysis().noise();
        return noise.contains(NoiseType.DUPLICATE);
    }
}
