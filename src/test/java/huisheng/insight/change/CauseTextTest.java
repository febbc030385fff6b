package huisheng.insight.change;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.insight.Insufficient;
import huisheng.insight.ask.Wording;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CauseTextTest {
    private static final Wording NEGATIVE_RATE = new Wording("负面率", "negative rate");
    private static final Names NAMES =
            (dimension, value) -> value.equals("leak") ? new Wording("漏酒", "leaking") : Wording.same(value);
    private static final CauseText TEXT = new CauseText(NEGATIVE_RATE, NAMES);
    static final Change ROSE = new Change(0.12, 0.3, 0.18, 0.02, 1e-9);
    private static final Change STILL = new Change(0.12, 0.13, 0.01, 0.02, 0.617);

    static Cause cause(Map<String, String> conditions, @Nullable Double share) {
        return new Cause(new TreeMap<>(conditions), 900, 1000, 0.1, 0.55, 0.113, 437, 0.128, share, 300, 1e-20, 1e-18);
    }

    static Explanation explanation(Change change, List<Cause> causes, List<Shift> shifts) {
        return new Explanation(Measure.SHARE, 3000, 3400, change, causes, 0.01, 0.042, shifts, 640, null);
    }

    static final Cause GIFT = cause(Map.of("product", "YL-GIFT", "a region", "河南"), 0.71);
    static final Contributor LEAK = new Contributor("leak", 12, 75, 14, 61, 0.63, 80, 1e-9, 1e-8);

    @Test
    void change_thatACauseExplains() {
        Wording told = TEXT.tell(explanation(ROSE, List.of(GIFT), List.of()), List.of(LEAK));
        assertThat(told.zh())
                .isEqualTo("负面率上升 18 个百分点（12 % → 30 %）：河南 × YL-GIFT 解释 71 %（10 % → 55 %）；提到 漏酒 的有 75 条，照原来的比例是 14 条。");
        assertThat(told.en())
                .isEqualTo("Negative rate rose by 18 percentage points (12 % → 30 %): 河南 × YL-GIFT explains 71 %"
                        + " (10 % → 55 %); 75 mention leaking, at the former rate it would be 14.");
    }

    @Test
    void cause_thatOffsets() {
        Wording told = TEXT.tell(explanation(ROSE, List.of(GIFT, cause(Map.of("region", "山东"), -0.2)), List.of()));
        assertThat(told.zh()).contains("，山东 抵消 20 %");
        assertThat(told.en()).contains(", 山东 offsets 20 %");
    }

    @Test
    void change_withinChance() {
        Wording nothing = TEXT.tell(explanation(STILL, List.of(), List.of()));
        assertThat(nothing.zh()).isEqualTo("负面率的整体变化在偶然波动之内（12 % → 13 %，p = 0.62）：也没有哪一处与其余不同。");
        assertThat(nothing.en()).startsWith("Negative rate as a whole changed within chance (12 % → 13 %, p = 0.62)");
        Wording one = TEXT.tell(explanation(STILL, List.of(cause(Map.of("region", "河南"), null)), List.of()));
        assertThat(one.zh()).endsWith("：河南（10 % → 55 %）。").doesNotContain("解释");
    }

    @Test
    void change_ofMix() {
        Shift shift = new Shift("region", "河南", 600, 1360, 0.2, 0.4, 0.3, 0.17, 0.95, 1e-9);
        Wording told = TEXT.tell(explanation(ROSE, List.of(), List.of(shift)));
        assertThat(told.zh()).contains("是结构变化：河南 占评价的比例 20 % → 40 %，解释 95 %");
        assertThat(told.en()).contains("a shift of mix: 河南 went from 20 % to 40 % of the reviews and explains 95 %;");
    }

    @Test
    void change_alikeEverywhere() {
        assertThat(TEXT.tell(explanation(ROSE, List.of(), List.of())).zh()).endsWith("各处变化相近，没有哪一处与其余不同。");
    }

    @Test
    void windows_withTooFewReviews() {
        Wording told = TEXT.tell(Explanation.insufficient(Measure.SHARE, 3, 100, new Insufficient(3, 10)));
        assertThat(told.zh()).isEqualTo("负面率无法比较：只有 3 条评价，至少需要 10 条。");
        assertThat(told.en()).isEqualTo("Negative rate can't be compared: 3 reviews, at least 10 are needed.");
    }

    @Test
    void figures_ofOtherMeasures() {
        CauseText volume = new CauseText(new Wording("评价数", "number of reviews"), NAMES);
        Change fell = new Change(1540, 1200, -340, 52, 1e-9);
        Explanation counted = new Explanation(Measure.COUNT, 1540, 1200, fell, List.of(), 0, -340, List.of(), 9, null);
        assertThat(volume.tell(counted).zh()).startsWith("评价数减少 340（1,540 → 1,200）：");
        Change rating = new Change(4.5, 4.25, -0.25, 0.02, 1e-9);
        Explanation mean = new Explanation(Measure.MEAN, 1540, 1200, rating, List.of(), 0, 0, List.of(), 9, null);
        assertThat(new CauseText(new Wording("评分", "rating"), NAMES).tell(mean).en())
                .startsWith("Rating fell by 0.25 (4.5 → 4.25): ");
    }
}
