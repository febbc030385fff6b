package huisheng.insight;

import static huisheng.insight.DemoReviews.all;
import static huisheng.insight.DemoReviews.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import huisheng.insight.change.Cause;
import huisheng.insight.change.Change;
import huisheng.insight.change.Decomposition;
import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RootCausesDemoTest {
    private static DemoReviews demo;

    @BeforeAll
    static void open() throws IOException {
        demo = DemoReviews.withEvents();
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    private static RootCauses.Answer ask(int from, int until, String... given) throws IOException {
        return demo.answer(RootCauses.Answer.class, new RootCauses(), all(days(from, until)), given);
    }

    /** Seven of 114 who drank it that week fell ill. */
    @Test
    void illness_raisesTheHealthRiskOfItsProduct() throws IOException {
        Selection drunk = all(days(156, 163));
        RootCauses.Answer answer = demo.answer(
                RootCauses.Answer.class,
                new RootCauses(),
                drunk.with(drunk.filter().with(Dimension.PRODUCT, Set.of("HQ-500"))),
                "measure",
                "health-risk");
        Change change = Objects.requireNonNull(answer.explanation().change());
        assertThat(change.difference()).isGreaterThan(0.04);
        // Fisher's test of 0 of 344 against 7 of 114, twice the tail
        assertThat(change.p()).isLessThan(0.001);
        assertThat(answer.sentence().zh()).startsWith("健康风险率上升");
    }

    @Test
    void leakInHenan_isTheFirstCause() throws IOException {
        RootCauses.Answer answer = ask(100, 115);
        Cause cause = answer.explanation().causes().getFirst();
        assertThat(cause.conditions()).isEqualTo(Map.of("region", "河南", "product", "YL-GIFT"));
        assertThat(answer.causes().getFirst().where().zh()).contains("河南", "YL-GIFT");
        assertThat(answer.causes().getFirst().evidence().quotes())
                .anySatisfy(quote -> assertThat(quote.text()).contains("漏"));
        assertThat(answer.aspects().getFirst().aspect()).isEqualTo("packaging");
        assertThat(answer.sentence().zh()).startsWith("负面率上升").contains("河南", "packaging");
        assertThat(answer.findings()).hasSize(1);
        assertThat(answer.whys()).isNotEmpty();
    }

    @Test
    void spicyBatchAmongTheYoung_isTheFirstCause() throws IOException {
        RootCauses.Answer answer = ask(
                140,
                180,
                "baselineFrom",
                days(60, 100).from().toString(),
                "baselineUntil",
                days(60, 100).until().toString());
        assertThat(answer.explanation().causes().getFirst().conditions())
                .isEqualTo(Map.of("ageBand", "18-24", "product", "HQ-125"));
    }

    @ParameterizedTest
    @EnumSource(ChangingMeasure.class)
    void parts_sumToTheChange(ChangingMeasure measure) throws IOException {
        RootCauses.Answer answer = ask(100, 115, "measure", measure.label());
        var explanation = answer.explanation();
        double causes =
                explanation.causes().stream().mapToDouble(Cause::contribution).sum();
        double change = java.util.Objects.requireNonNull(explanation.change()).difference();
        assertThat(causes + explanation.mix() + explanation.common())
                .isCloseTo(change, within(1e-9 * Math.max(1, Math.abs(change))));
        for (Decomposition each : answer.decompositions()) {
            double parts = each.effects().stream()
                    .mapToDouble(Decomposition.Effect::total)
                    .sum();
            assertThat(parts).as(each.dimension()).isCloseTo(change, within(1e-9 * Math.max(1, Math.abs(change))));
        }
    }

    @Test
    void nothingToCompare_saysSo() throws IOException {
        RootCauses.Answer answer = ask(400, 430);
        assertThat(answer.explanation().insufficient()).isNotNull();
        assertThat(answer.causes()).isEmpty();
        assertThat(answer.findings()).isEmpty();
        assertThat(answer.decompositions()).isEqualTo(List.of());
    }

    @Test
    void severalValuesOfAReview_cannotBeACause() {
        assertThatThrownBy(() -> ask(100, 115, "by", "region,aspect"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("aspect");
    }
}
