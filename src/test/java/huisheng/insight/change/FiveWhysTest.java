package huisheng.insight.change;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.insight.ask.Wording;
import huisheng.insight.change.FiveWhys.Typical;
import huisheng.insight.change.FiveWhys.Why;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiveWhysTest {
    private static final FiveWhys WHYS =
            new FiveWhys(new CauseText(new Wording("负面率", "negative rate"), Names.plain()));
    private static final List<Typical> OPINIONS =
            List.of(new Typical("taste", "太辣", 40), new Typical("leak", "瓶盖松", 23), new Typical("leak", "箱子湿", 9));

    @Test
    void levels_allFive() {
        Cause second = CauseTextTest.cause(Map.of("region", "山东", "product", "YL-GIFT"), 0.2);
        Explanation explanation =
                CauseTextTest.explanation(CauseTextTest.ROSE, List.of(CauseTextTest.GIFT, second), List.of());
        List<Why> whys = WHYS.ask(explanation, List.of(CauseTextTest.LEAK), OPINIONS);
        assertThat(whys).extracting(Why::level).containsExactly(1, 2, 3, 4, 5);
        assertThat(whys)
                .extracting(Why::evidence)
                .containsExactly("cause:1", "aspect:leak", "opinion:leak:瓶盖松", "rest", "causes:1+2");
        assertThat(whys.get(0).question().zh()).isEqualTo("负面率为什么上升？");
        assertThat(whys.get(1).answer().zh()).isEqualTo("提到得更多的是：leak 75 条（按原来的比例应为 14 条）。");
        assertThat(whys.get(2).answer().en()).isEqualTo("They write: “瓶盖松” (23), “箱子湿” (9).");
        assertThat(whys.get(3).answer().zh()).isEqualTo("若与其余同样变化，那里应为 11.3 %，实际是 55 %。");
        assertThat(whys.get(4).answer().zh()).contains("同有 YL-GIFT");
        assertThat(whys).allSatisfy(why -> {
            assertThat(why.open().zh()).isNotBlank();
            assertThat(why.open().en()).isNotBlank();
        });
    }

    @Test
    void levels_thatNoFigureSupports() {
        Explanation alike = CauseTextTest.explanation(CauseTextTest.ROSE, List.of(), List.of());
        assertThat(WHYS.ask(alike, List.of(), OPINIONS))
                .extracting(Why::evidence)
                .containsExactly("change");
        Explanation one = CauseTextTest.explanation(CauseTextTest.ROSE, List.of(CauseTextTest.GIFT), List.of());
        assertThat(WHYS.ask(one, List.of(CauseTextTest.LEAK), List.of()))
                .extracting(Why::evidence)
                .containsExactly("cause:1", "aspect:leak", "rest");
    }

    @Test
    void change_withinChanceAsksNothing() {
        Change still = new Change(0.12, 0.13, 0.01, 0.02, 0.6);
        Explanation explanation = CauseTextTest.explanation(still, List.of(), List.of());
        assertThat(WHYS.ask(explanation, List.of(CauseTextTest.LEAK), OPINIONS)).isEmpty();
    }
}
