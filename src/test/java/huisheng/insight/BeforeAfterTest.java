package huisheng.insight;

import static huisheng.insight.Asking.days;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import huisheng.index.Sample;
import huisheng.index.Stop;
import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.Filter;
import huisheng.review.Period;
import huisheng.review.Polarity;
import huisheng.review.Scope;
import huisheng.review.Selection;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeforeAfterTest {
    private static final Period BEFORE = days(0, 30);
    private static final Period AFTER = days(30, 60);

    private final List<Sample> samples = new ArrayList<>();

    /** Of {@code n} reviews {@code k} speak ill of the packaging. */
    private void reviews(String region, Period period, int k, int n) {
        for (int i = 0; i < n; i++) {
            boolean bad = i < k;
            samples.add(Sample.review(samples.size())
                    .region(region)
                    .at(period.from().plusSeconds(3_600 + i * 60L))
                    .text(bad ? "瓶口漏酒" : "包装严实")
                    .sentiment(bad ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE)
                    .opinion("packaging", "包装", bad ? Polarity.NEGATIVE : Polarity.POSITIVE, bad ? "漏酒" : "严实"));
        }
    }

    private static Selection in(String region) {
        return new Selection(Scope.ALL, Filter.NONE.with(Dimension.REGION, Set.of(region)));
    }

    private BeforeAfter.Effect ask(String measure, String aspect, @Nullable Selection control) throws IOException {
        try (Asking asking = Asking.of(samples)) {
            return new BeforeAfter(asking.index(), id -> "包装")
                    .ask(new BeforeAfter.Wanted(measure, aspect, in("江苏"), control, BEFORE, AFTER), Stop.NEVER);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "60, 100, 20, 100, better, 有改善",
        "20, 100, 60, 100, worse, 变差了",
        "500, 1000, 505, 1000, no-difference, 没有值得在意的变化",
        "12, 20, 10, 20, not-yet, 还看不出变化",
        "4, 4, 0, 100, not-yet, 评论太少"
    })
    void effect_followsFromTheFigures(int k1, int n1, int k2, int n2, String label, String says) throws IOException {
        reviews("江苏", BEFORE, k1, n1);
        reviews("江苏", AFTER, k2, n2);
        BeforeAfter.Effect effect = ask("negative", "packaging", null);
        assertThat(effect.label().label()).isEqualTo(label);
        assertThat(effect.says().zh()).startsWith(says);
        assertThat(effect.says().en()).isNotBlank();
        assertThat(effect.reading().a().n()).isEqualTo(n1);
        assertThat(effect.reading().b().n()).isEqualTo(n2);
    }

    @Test
    void effect_ofAFall_tellsItWithIntervalAndEvidence() throws IOException {
        reviews("江苏", BEFORE, 60, 100);
        reviews("江苏", AFTER, 20, 100);
        reviews("浙江", AFTER, 100, 100);
        BeforeAfter.Effect effect = ask("negative", "", null);
        Difference difference = requireNonNull(effect.reading().difference());
        assertThat(difference.effect()).isCloseTo(-0.4, within(1e-9));
        assertThat(difference.low()).isLessThan(-0.4);
        assertThat(difference.high()).isBetween(-0.4, -0.2);
        assertThat(effect.says().zh())
                .isEqualTo("有改善：负面率 由 60.0%（n=100）到 20.0%（n=100），变化 -40.0 个百分点，95% 区间 "
                        + String.format("%+.1f 至 %+.1f", difference.low() * 100, difference.high() * 100)
                        + "，p<0.001。");
        assertThat(effect.evidenceAfter().quotes()).isNotEmpty();
        assertThat(effect.evidenceAfter().link()).contains("sentiment=negative");
        assertThat(effect.receipt().hash()).hasSize(64);
    }

    /** Where all regions became better alike, nothing was achieved. */
    @Test
    void effect_withAControlThatMovedAlike_isNone() throws IOException {
        reviews("江苏", BEFORE, 300, 500);
        reviews("江苏", AFTER, 200, 500);
        assertThat(ask("negative", "packaging", null).label()).isEqualTo(PilotVerdict.Label.BETTER);
        reviews("浙江", BEFORE, 300, 500);
        reviews("浙江", AFTER, 200, 500);
        BeforeAfter.Effect effect = ask("negative", "packaging", in("浙江"));
        assertThat(effect.label()).isEqualTo(PilotVerdict.Label.NOT_YET);
        assertThat(effect.reading().controlA()).isNotNull();
        assertThat(requireNonNull(effect.reading().difference()).effect()).isCloseTo(0, within(1e-9));
        assertThat(effect.says().zh()).contains("扣除对照后");
    }

    @Test
    void effect_beyondAControlThatStayed_isTheDifferenceInDifferences() throws IOException {
        reviews("江苏", BEFORE, 300, 500);
        reviews("江苏", AFTER, 100, 500);
        reviews("浙江", BEFORE, 300, 500);
        reviews("浙江", AFTER, 280, 500);
        BeforeAfter.Effect effect = ask("negative", "packaging", in("浙江"));
        assertThat(effect.label()).isEqualTo(PilotVerdict.Label.BETTER);
        assertThat(requireNonNull(effect.reading().difference()).effect()).isCloseTo(-0.4 + 0.04, within(1e-9));
    }

    @Test
    void wanted_thatCannotBeMeasured_isRefused() {
        Map.of("luck", "", "rating", "taste", "mention", "")
                .forEach((measure, aspect) -> assertThatThrownBy(
                                () -> new BeforeAfter.Wanted(measure, aspect, in("江苏"), null, BEFORE, AFTER))
                        .isInstanceOf(Fault.class));
        assertThatThrownBy(() -> new BeforeAfter.Wanted("negative", "", in("江苏"), null, AFTER, BEFORE))
                .isInstanceOf(Fault.class);
    }
}
