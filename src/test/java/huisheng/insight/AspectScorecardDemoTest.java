package huisheng.insight;

import static huisheng.insight.DemoReviews.all;
import static huisheng.insight.DemoReviews.days;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Dimension;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AspectScorecardDemoTest {
    private static DemoReviews demo;

    @BeforeAll
    static void open() throws IOException {
        demo = DemoReviews.withEvents();
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    private static AspectScorecard.Answer ask(Selection selection, String... given) throws IOException {
        AspectScorecard.Answer answer =
                demo.answer(AspectScorecard.Answer.class, new AspectScorecard(), selection, given);
        System.out.println(
                answer.findings().stream().map(finding -> finding.says().en()).toList());
        return answer;
    }

    private static void assertFirst(AspectScorecard.Answer answer, String id) {
        AspectScorecard.Aspect aspect = answer.aspects().stream()
                .filter(each -> each.aspect().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(answer.improvements().getFirst().aspect()).isEqualTo(id);
        assertThat(aspect.quadrant()).isEqualTo(AspectScorecard.Quadrant.CONCENTRATE_HERE);
        assertThat(requireNonNull(aspect.netChange().difference()).high()).isNegative();
        assertThat(requireNonNull(aspect.netChange().q())).isLessThan(0.001);
        assertThat(answer.aspects())
                .allSatisfy(each -> assertThat(each.complaints()).isLessThanOrEqualTo(aspect.complaints()));
        assertThat(answer.improvements().getFirst().evidence().quotes()).isNotEmpty();
    }

    @Test
    void smallBottle_shouldImproveItsTaste() throws IOException {
        Selection all = all(days(120, 180));
        assertFirst(ask(all.with(all.filter().with(Dimension.PRODUCT, Set.of("HQ-125")))), "taste");
    }

    @Test
    void henan_shouldImproveThePackaging() throws IOException {
        Selection all = all(days(100, 115));
        Selection henan = all.with(all.filter().with(Dimension.REGION, Set.of("河南")));
        AspectScorecard.Answer answer = ask(
                henan,
                "baselineFrom",
                days(40, 41).from().toString(),
                "baselineUntil",
                days(100, 101).from().toString());
        assertFirst(answer, "packaging");
    }
}
