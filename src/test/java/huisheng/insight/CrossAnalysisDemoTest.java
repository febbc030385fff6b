package huisheng.insight;

import static huisheng.insight.DemoReviews.all;
import static huisheng.insight.DemoReviews.days;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Dimension;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CrossAnalysisDemoTest {
    private static DemoReviews demo;

    @BeforeAll
    static void open() throws IOException {
        demo = DemoReviews.withEvents();
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    private static CrossAnalysis.Answer ask(Selection selection, String... given) throws IOException {
        return demo.answer(CrossAnalysis.Answer.class, new CrossAnalysis(), selection, given);
    }

    private static Selection where(Selection selection, Dimension dimension, String value) {
        return selection.with(selection.filter().with(dimension, Set.of(value)));
    }

    private static void assertTop(CrossAnalysis.Answer answer, String row, String column, boolean more) {
        List<CrossAnalysis.Deviation> top =
                answer.differences().stream().limit(3).toList();
        System.out.println(top.stream().map(told -> told.says().en()).toList());
        assertThat(top).anySatisfy(told -> {
            assertThat(told.cell().row()).isEqualTo(row);
            assertThat(told.cell().column()).isEqualTo(column);
            assertThat(java.util.Objects.requireNonNull(told.cell().difference())
                                    .effect()
                            > 0)
                    .isEqualTo(more);
            assertThat(told.evidence().quotes()).isNotEmpty();
        });
    }

    @Test
    void youngOnTheSmallBottle_speakIllOfTheTaste() throws IOException {
        Selection bottle = where(all(days(120, 180)), Dimension.PRODUCT, "HQ-125");
        assertTop(ask(bottle, "measure", "negative"), "18-24", "taste", true);
        assertTop(ask(bottle, "measure", "net"), "18-24", "taste", false);
        assertTop(ask(bottle), "18-24", "taste", true);
    }

    @Test
    void youngOverAllProducts_speakIllOfTheTaste() throws IOException {
        assertTop(ask(all(days(120, 180)), "measure", "negative"), "18-24", "taste", true);
    }

    @Test
    void henanInTheWeeksOfTheLeak_speaksOfThePackaging() throws IOException {
        Selection weeks = all(days(100, 115));
        assertTop(ask(weeks, "rows", "region"), "河南", "packaging", true);
        assertTop(ask(weeks, "rows", "region", "measure", "negative"), "河南", "packaging", true);
        assertTop(ask(weeks, "rows", "region", "columns", "product", "measure", "complaints"), "河南", "YL-GIFT", true);
    }
}
