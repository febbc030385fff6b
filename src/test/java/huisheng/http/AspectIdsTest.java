package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.index.Stop;
import huisheng.insight.Insights;
import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Scope;
import huisheng.review.Selection;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AspectIdsTest {
    private static final AspectIds IDS = new AspectIds(Map.of("packaging", "包装", "taste", "口感"));

    private static InsightQuestion of(Filter filter, Map<String, String> given) {
        return IDS.of(new InsightQuestion(
                Insights.named("trend").orElseThrow(), new Selection(Scope.ALL, filter), given, Stop.NEVER));
    }

    @Test
    void names_areTakenForIds() {
        InsightQuestion asked =
                of(Filter.NONE.with(Dimension.ASPECT, Set.of("包装", "taste")), Map.of("measure", "aspect", "of", "口感"));
        assertThat(asked.selection().filter().in()).isEqualTo(Map.of(Dimension.ASPECT, Set.of("packaging", "taste")));
        assertThat(asked.given()).containsEntry("of", "taste");
    }

    @Test
    void unknownAspect_isRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> of(Filter.NONE, Map.of("aspect", "nonsense"))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> of(Filter.NONE, Map.of("measure", "aspect", "of", "nonsense")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void words_stayWhatTheyAre() {
        assertThat(of(Filter.NONE, Map.of("measure", "keyword", "of", "nonsense"))
                        .given())
                .containsEntry("of", "nonsense");
    }
}
