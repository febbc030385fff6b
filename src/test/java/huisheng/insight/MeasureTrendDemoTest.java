package huisheng.insight;

import static huisheng.insight.DemoReviews.all;
import static huisheng.insight.DemoReviews.day;
import static huisheng.insight.DemoReviews.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.index.Interval;
import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.Noise;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MeasureTrendDemoTest {
    private static DemoReviews demo;

    @BeforeAll
    static void open() throws IOException {
        demo = DemoReviews.withEvents();
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    private static MeasureTrend.Answer ask(Selection selection, String... given) throws IOException {
        return demo.answer(MeasureTrend.Answer.class, new MeasureTrend(), selection, given);
    }

    private static Selection where(Selection selection, Dimension dimension, String value) {
        return selection.with(selection.filter().with(dimension, Set.of(value)));
    }

    @Test
    void spicyAmongTheYoung_shiftsWhenItBegan() throws IOException {
        Selection young = where(all(days(0, 180)), Dimension.AGE_BAND, "18-24");
        MeasureTrend.Answer answer = ask(young, "measure", "keyword", "of", "辛辣");
        assertThat(answer.points()).hasSize(180);
        MeasureTrend.Change change = answer.changes().getFirst();
        assertThat(change.after()).isGreaterThan(2 * change.before());
        // it grows over weeks, so the level shifts after the first day of the event
        assertThat(day(change.start())).isBetween(117, 160);
        assertThat(change.evidence().quotes())
                .allSatisfy(quote -> assertThat(quote.text()).contains("辛辣"));
        assertThat(answer.findings().getFirst().says().zh()).contains("起“辛辣”的提及率由");
    }

    @Test
    void leak_shiftsTheNegativeRateThere() throws IOException {
        Selection gift = where(where(all(days(0, 180)), Dimension.PRODUCT, "YL-GIFT"), Dimension.REGION, "河南");
        MeasureTrend.Answer answer = ask(gift);
        assertThat(answer.changes()).anySatisfy(change -> {
            assertThat(day(change.start())).isBetween(97, 103);
            assertThat(change.after()).isGreaterThan(change.before());
        });
    }

    @Test
    void complaintsAndStars_shiftWhereTheLeakIs() throws IOException {
        Selection gift = where(where(all(days(0, 180)), Dimension.PRODUCT, "YL-GIFT"), Dimension.REGION, "河南");
        for (String measure : new String[] {"complaint", "rating"}) {
            assertThat(ask(gift, "measure", measure).changes())
                    .as(measure)
                    .anySatisfy(change -> assertThat(day(change.start())).isBetween(97, 103));
        }
        MeasureTrend.Answer stars = ask(all(days(0, 180)), "measure", "rating", "interval", "week");
        assertThat(stars.points()).allSatisfy(point -> {
            assertThat(point.value()).isBetween(1.0, 5.0);
            assertThat(point.low()).isLessThanOrEqualTo(point.value());
        });
    }

    /** What is counted for each day is what a search finds. */
    @Test
    void risks_areCountedByTheirKind() throws IOException {
        Selection mild = where(all(days(156, 163)), Dimension.PRODUCT, "HQ-500");
        double health = cases(ask(mild, "measure", "risk", "of", "health"));
        assertThat(health).isEqualTo(7);
        assertThat(cases(ask(mild, "measure", "risk"))).isGreaterThan(health);
    }

    private static double cases(MeasureTrend.Answer answer) {
        return Math.rint(answer.points().stream()
                .mapToDouble(point -> point.n() * Objects.requireNonNull(point.value()))
                .sum());
    }

    @Test
    void volume_isForecastBetterThanNaively() throws IOException {
        MeasureTrend.Answer answer = ask(all(days(0, 180)), "measure", "volume");
        MeasureTrend.Outlook outlook = Objects.requireNonNull(answer.forecast());
        assertThat(outlook.points()).hasSize(14).allSatisfy(point -> {
            assertThat(point.low()).isLessThanOrEqualTo(point.value());
            assertThat(point.high()).isGreaterThanOrEqualTo(point.value());
        });
        assertThat(day(outlook.points().getFirst().start())).isEqualTo(180);
        assertThat(outlook.backtest().mase()).isLessThan(outlook.backtest().naiveMase());
    }

    @Test
    void copiedPraise_sticksOutOfItsProductsVolume() throws IOException {
        // the pipeline flags most of the copies, so they are seen where noise counts
        Selection product = where(all(days(0, 180)), Dimension.PRODUCT, "YL-V15");
        Selection noisy = product.with(product.filter().with(Noise.INCLUDE));
        MeasureTrend.Answer answer = ask(noisy, "measure", "volume");
        assertThat(answer.anomalies())
                .anySatisfy(anomaly -> assertThat(day(anomaly.start())).isBetween(60, 62));
    }

    @Test
    void tooShort_saysHowManyBucketsAreNeeded() throws IOException {
        MeasureTrend.Answer answer = ask(all(days(0, 5)), "measure", "net");
        assertThat(answer.points()).hasSize(5);
        assertThat(answer.trend()).isNull();
        assertThat(Objects.requireNonNull(answer.forecastInsufficient()).needed())
                .isGreaterThan(5);
        assertThat(answer.findings()).isEmpty();
        assertThat(ask(all(days(400, 430))).points()).hasSize(30);
    }

    @Test
    void cutBuckets_areShownButNotJudged() throws IOException {
        Selection cut = all(new huisheng.review.Period(
                days(0, 40).from().plusSeconds(7200), days(0, 40).until().minusSeconds(7200)));
        MeasureTrend.Answer answer = ask(cut, "measure", "volume");
        assertThat(answer.points().getFirst().whole()).isFalse();
        assertThat(answer.points().getLast().whole()).isFalse();
        assertThat(answer.points().subList(1, 39)).allMatch(MeasureTrend.Point::whole);
    }

    @Test
    void measures_sayWhatTheyNeed() throws IOException {
        assertThatThrownBy(() -> ask(all(days(0, 40)), "measure", "aspect"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("of");
        MeasureTrend.Answer aspect = ask(all(days(0, 180)), "measure", "aspect", "of", "packaging", "interval", "week");
        assertThat(aspect.interval()).isEqualTo(Interval.WEEK);
        assertThat(aspect.points()).allSatisfy(point -> assertThat(point.n()).isPositive());
    }
}
