package huisheng.insight;

import static huisheng.insight.DemoReviews.all;
import static huisheng.insight.DemoReviews.days;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.index.ReviewSearch;
import huisheng.index.Stop;
import huisheng.insight.ask.Asked;
import huisheng.review.Dimension;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rival that cuts its prices from day 130 to 152. */
class CompetitorsDemoTest {
    private static Competitors.Answer ask(DemoReviews demo, int from, int until) throws IOException {
        Selection period = all(days(from, until));
        Selection ours = period.with(period.filter().with(Dimension.BRAND, Set.of("砚鹭")));
        return demo.answer(Competitors.Answer.class, new Competitors(), ours);
    }

    private static Competitors.Rival rival(Competitors.Answer answer) {
        return answer.rivals().stream()
                .filter(rival -> rival.name().equals("北垛"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void priceCut_isLostOnPriceAndNamedMore() throws IOException {
        try (DemoReviews demo = DemoReviews.withEvents()) {
            Competitors.Answer answer = ask(demo, 130, 153);
            assertThat(answer.board().stream().limit(3)).anySatisfy(bout -> {
                assertThat(bout.rival()).isEqualTo("北垛");
                assertThat(bout.aspect()).isEqualTo("price");
                assertThat(bout.lossRate().rose()).isTrue();
            });
            Competitors.Rival rival = rival(answer);
            assertThat(rival.named().rose()).isTrue();
            assertThat(rival.lost().rose()).isTrue();
            assertThat(rival.lost().n()).isGreaterThan(rival.won().n());
            assertThat(answer.missed().getFirst().rival()).isEqualTo("北垛");
            assertThat(answer.missed().getFirst().aspect()).isEqualTo("price");
            assertThat(answer.findings().getFirst().says().zh()).startsWith("与北垛相比“price”：");
            assertThat(answer.findings()).hasSizeLessThanOrEqualTo(10);
        }
    }

    /** 同价位里没见过比它强的 and 北垛降价归降价，喝着还是不如这个 are praise. */
    @Test
    void praise_isNoLoss() throws IOException {
        try (DemoReviews demo = DemoReviews.withEvents()) {
            Competitors.Answer answer = ask(demo, 0, 180);
            assertThat(answer.rivals()).extracting(Competitors.Rival::name).containsExactly("禾雀里", "北垛", "榆灯");
            assertThat(answer.yardsticks()).isNotEmpty();
            assertThat(compared(demo, "同价位:overall:lose", "没见过比它强的")).isZero();
            assertThat(compared(demo, "同价位:overall:win", "没见过比它强的")).isGreaterThan(20);
            assertThat(compared(demo, "北垛:taste:lose", "喝着还是不如这个")).isZero();
            assertThat(compared(demo, "北垛:taste:win", "喝着还是不如这个")).isPositive();
        }
    }

    private static long compared(DemoReviews demo, String comparison, String said) throws IOException {
        Selection period = all(days(0, 180));
        Selection compared = period.with(period.filter().with(Dimension.COMPARISON, Set.of(comparison)));
        Selection saying = Asked.and(compared, '"' + said + '"');
        return demo.index()
                .snapshot(Stop.NEVER)
                .search(new ReviewSearch(saying, ReviewSearch.Order.NEWEST, 1, null, List.of()))
                .total();
    }

    @Test
    void quietCorpus_tellsOfNoChange() throws IOException {
        int tested = 0;
        int told = 0;
        for (long seed = 1; seed <= 2; seed++) {
            try (DemoReviews demo = DemoReviews.quiet(seed, 8000)) {
                for (int from = 30; from < 150; from += 30) {
                    Competitors.Answer answer = ask(demo, from, from + 30);
                    tested += answer.candidates();
                    told += changes(answer);
                    assertThat(rival(answer).lost().rose()).as("seed %d", seed).isFalse();
                }
            }
        }
        System.out.printf("competitors, quiet: %d of %d tests told a change%n", told, tested);
        assertThat(told).isLessThanOrEqualTo(3);
    }

    static int changes(Competitors.Answer answer) {
        return (int) (answer.voices().stream()
                        .filter(voice -> voice.reviews().moved())
                        .count()
                + answer.rivals().stream()
                        .filter(rival -> rival.named().rose() || rival.lost().rose())
                        .count()
                + Stream.concat(answer.board().stream(), answer.yardsticks().stream())
                        .filter(bout -> bout.lossRate().rose())
                        .count());
    }
}
