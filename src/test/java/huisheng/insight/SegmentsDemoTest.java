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

class SegmentsDemoTest {
    private static DemoReviews demo;

    @BeforeAll
    static void open() throws IOException {
        demo = DemoReviews.withEvents();
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    private static Segments.Answer ask(Selection selection, String... given) throws IOException {
        Segments.Answer answer = demo.answer(Segments.Answer.class, new Segments(), selection, given);
        System.out.println(
                answer.findings().stream().map(finding -> finding.says().en()).toList());
        return answer;
    }

    private static List<String> top(List<Segments.Trait> traits) {
        return traits.stream()
                .filter(trait -> trait.more().equals("a"))
                .limit(3)
                .map(Segments.Trait::value)
                .toList();
    }

    @Test
    void young_sayThatItIsSpicy() throws IOException {
        Selection all = all(days(120, 180));
        Selection bottle = all.with(all.filter().with(Dimension.PRODUCT, Set.of("HQ-125")));
        Segments.Answer answer = ask(bottle, "a", "ageBand:18-24");
        assertThat(top(answer.words())).anyMatch(word -> word.contains("辛辣"));
        assertThat(top(answer.opinions())).anyMatch(opinion -> opinion.startsWith("taste:") && opinion.contains("辣"));
        assertThat(top(answer.aspects())).contains("taste:negative");
    }

    @Test
    void henanWithTheGiftBox_saysThatItLeaks() throws IOException {
        Segments.Answer answer = ask(all(days(100, 115)), "a", "region:河南 product:YL-GIFT");
        assertThat(top(answer.words())).anyMatch(word -> word.contains("漏"));
        assertThat(top(answer.aspects())).contains("packaging:negative");
    }

    @Test
    void variants_differInThePackaging() throws IOException {
        Segments.Answer answer = ask(all(days(90, 180)), "a", "variant:A", "b", "variant:B");
        assertThat(answer.aspects().stream().limit(2).map(Segments.Trait::value))
                .containsExactlyInAnyOrder("packaging:negative", "packaging:positive");
        assertThat(top(answer.aspects())).contains("packaging:negative");
    }

    /** Those who complain of the taste of the small bottle are young. */
    @Test
    void complainants_areYoung() throws IOException {
        Segments.Answer answer = ask(all(days(120, 180)), "a", "aspectPolarity:\"taste:negative\" product:HQ-125");
        assertThat(answer.personas().getFirst().value()).isEqualTo("18-24");
        assertThat(answer.personas().getFirst().more()).isEqualTo("a");
    }
}
