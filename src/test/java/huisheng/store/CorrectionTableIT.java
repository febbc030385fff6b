package huisheng.store;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.review.Analysis;
import huisheng.review.Change;
import huisheng.review.Correction;
import huisheng.review.Dimension;
import huisheng.review.Evidence;
import huisheng.review.Labels;
import huisheng.review.NoiseType;
import huisheng.review.Opinion;
import huisheng.review.Polarity;
import huisheng.review.Position;
import huisheng.review.Scope;
import huisheng.review.Sentiment;
import huisheng.review.SentimentLabel;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CorrectionTableIT extends StoreTest {
    private static final Labels NEGATIVE = new Labels(
            new Sentiment(SentimentLabel.NEGATIVE, -1, 1, List.of(new Evidence(0, 2, -1, "correction"))),
            List.of(new Opinion("taste", "口感", null, "酸的", Polarity.NEGATIVE, -1, 0, 2, false)),
            null,
            null,
            null,
            null,
            Set.of(NoiseType.TEMPLATE),
            null,
            null);

    private long review(String id, String text) {
        long saved = save(Reviews.by(id, id, text)).get(0).id();
        analyseAll();
        return saved;
    }

    private Analysis analysis(long id) {
        return find(id).analysed().orElseThrow().analysis();
    }

    @CanIgnoreReturnValue
    private Correction put(long id, int version, String by) {
        return await(new CorrectionTable(database()).put(Scope.ALL, id, version, NEGATIVE, by))
                .orElseThrow();
    }

    @Test
    void put_someLabels_replaceThoseAndTellFollowers() {
        long id = review("k1", "酸的");
        Position before = last();
        Correction kept = put(id, 1, "小王");
        assertThat(kept.by()).isEqualTo("小王");
        assertThat(kept.labels()).isEqualTo(NEGATIVE);
        assertThat(analysis(id).sentiment()).isEqualTo(NEGATIVE.sentiment());
        assertThat(analysis(id).opinions()).isEqualTo(NEGATIVE.opinions());
        assertThat(analysis(id).noise()).containsExactly(NoiseType.TEMPLATE);
        assertThat(analysis(id).keywords()).contains("酒香");
        assertThat(find(id).correction()).isEqualTo(kept);
        List<Change> told = await(new ChangeFeed(database()).readAfter(before, 10));
        assertThat(told).extracting(Change::reviewId).containsExactly(id);
        assertThat(Objects.requireNonNull(told.getFirst().analysed())
                        .analysis()
                        .sentiment()
                        .label())
                .isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(number("SELECT count(*) FROM bi_review WHERE external_id = 'k1' AND sentiment = 'negative' AND noise"
                        + " AND corrected_by = '小王'"))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM bi_opinion WHERE review_id = " + id + " AND opinion = '酸的'"))
                .isEqualTo(1);
    }

    @Test
    void reanalysis_correctedReview_keepsTheCorrection() {
        long id = review("k2", "酸的");
        put(id, 1, "a");
        AnalysisQueue queue = new AnalysisQueue(database());
        assertThat(await(queue.requeue("p2", 1_000))).isPositive();
        assertThat(await(queue.work(
                        1_000,
                        reviews -> Future.succeededFuture(reviews.stream()
                                .map(review -> Reviews.analysis(review, "p2"))
                                .toList()))))
                .isPositive();
        assertThat(analysis(id).pipeline()).isEqualTo("p2");
        assertThat(analysis(id).sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void edit_correctedReview_endsTheCorrectionButTheExportKeepsIt() {
        long id = review("k3", "酸的");
        put(id, 1, "a");
        assertThat(review("k3", "不酸了")).isEqualTo(id);
        CorrectionTable table = new CorrectionTable(database());
        assertThat(analysis(id).sentiment().label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(await(table.find(Scope.ALL, id))).isEmpty();
        assertThat(await(table.put(Scope.ALL, id, 1, NEGATIVE, "late"))).isEmpty();
        put(id, 2, "b");
        List<CorrectedReview> both = await(table.export(Scope.ALL, id, 0, 2));
        assertThat(both).extracting(CorrectedReview::text).containsExactly("酸的", "不酸了");
        assertThat(both.get(0).analysis()).isNull();
        assertThat(Objects.requireNonNull(both.get(1).analysis()).opinions()).isEqualTo(NEGATIVE.opinions());
        assertThat(await(table.export(Scope.ALL, id, 1, 1)))
                .singleElement()
                .satisfies(one -> assertThat(one.correction().by()).isEqualTo("b"));
    }

    @Test
    void delete_correction_bringsThePipelinesWordBack() {
        long id = review("k4", "酸的");
        put(id, 1, "a");
        CorrectionTable table = new CorrectionTable(database());
        Position before = last();
        assertThat(await(table.delete(Scope.ALL, id))).isTrue();
        assertThat(await(table.delete(Scope.ALL, id))).isFalse();
        assertThat(analysis(id).sentiment().label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(find(id).correction()).isNull();
        assertThat(await(new ChangeFeed(database()).readAfter(before, 10)))
                .extracting(Change::reviewId)
                .containsExactly(id);
    }

    @Test
    void everything_outOfScope_isNotThere() {
        long id = review("k5", "酸的");
        put(id, 1, "a");
        Scope other = new Scope(Map.of(Dimension.BRAND, Set.of("别家")));
        CorrectionTable table = new CorrectionTable(database());
        assertThat(await(table.find(other, id))).isEmpty();
        assertThat(await(table.put(other, id, 1, NEGATIVE, "b"))).isEmpty();
        assertThat(await(table.delete(other, id))).isFalse();
        assertThat(await(table.export(other, 0, 0, 100))).isEmpty();
        assertThat(await(table.find(Scope.ALL, id))).isPresent();
    }

    @Test
    void erase_author_takesTheCorrectionAlong() {
        long id = review("k6", "酸的");
        put(id, 1, "a");
        await(new Subjects(database()).erase("k6"));
        assertThat(number("SELECT count(*) FROM review_correction WHERE review_id = " + id))
                .isZero();
        assertThat(await(new CorrectionTable(database()).put(Scope.ALL, id, 1, NEGATIVE, "b")))
                .isEmpty();
    }

    private Position last() {
        List<Change> changes = await(new ChangeFeed(database()).readAfter(Position.START, 10_000));
        return changes.getLast().position();
    }
}
