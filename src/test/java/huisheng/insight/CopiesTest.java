package huisheng.insight;

import static huisheng.insight.Asking.all;
import static huisheng.insight.Asking.days;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.index.Sample;
import huisheng.review.Dimension;
import huisheng.review.Noise;
import huisheng.review.NoiseType;
import huisheng.review.Selection;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CopiesTest {
    private static final Selection MONTH = all(days(0, 30));

    private static Copies.Answer ask(Asking asking, Selection selection, String... given) throws IOException {
        return asking.answer(Copies.Answer.class, new Copies(), selection, given);
    }

    private static Sample review(int id, int day) {
        return Sample.review(id).at(days(day, day + 1).from().plusSeconds(60));
    }

    /** Ordinary reviews, half of them good; 30 copies by 12 people on days 5 to 7, 6 of 6 unknown ones on day 20. */
    private static List<Sample> market() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            samples.add(review(i, i % 30)
                    .product("酒" + i % 3)
                    .sentiment(i / 30 % 2 == 0 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE));
        }
        for (int i = 0; i < 30; i++) {
            int day = i < 5 ? 5 : i < 25 ? 6 : 7;
            samples.add(review(1000 + i, day)
                    .text("喝过最好的酒" + (i % 2 == 0 ? "！" : ""))
                    .product("酒1")
                    .channel(i % 3 == 0 ? "jd" : "taobao")
                    .sentiment(SentimentLabel.POSITIVE)
                    .copy(17, (i % 12 + 10) + "-a-secret-of-a-writer"));
        }
        for (int i = 0; i < 6; i++)
            samples.add(review(2000 + i, 20).text("一样的话").copy(18, null));
        samples.add(review(3000, 21).noise(NoiseType.DUPLICATE));
        return samples;
    }

    @Test
    void campaign_isToldInFull() throws IOException {
        try (Asking asking = Asking.of(market())) {
            Copies.Answer answer = ask(asking, MONTH);
            assertThat(answer.reviews()).isEqualTo(300);
            assertThat(answer.copies()).isEqualTo(36);
            assertThat(answer.campaigns()).isEqualTo(2);
            assertThat(answer.ungrouped()).isEqualTo(1);
            assertThat(answer.effect().with().n()).isEqualTo(336);
            Copies.Campaign first = answer.largest().getFirst();
            assertThat(first.campaign()).isEqualTo("17");
            assertThat(first.n()).isEqualTo(30);
            assertThat(first.authors()).isEqualTo(12);
            assertThat(first.unknown()).isZero();
            assertThat(first.busiest()).hasSize(5).first().isEqualTo(new Copies.Count("10-a-sec", 3));
            assertThat(first.interval()).isEqualTo("hour");
            assertThat(first.first()).isEqualTo(days(5, 6).from());
            assertThat(first.peak()).isEqualTo(days(6, 7).from());
            assertThat(first.peakN()).isEqualTo(20);
            assertThat(first.last()).isEqualTo(days(7, 8).from());
            assertThat(first.products()).containsExactly(new Copies.Count("酒1", 30));
            assertThat(first.channels()).containsExactly(new Copies.Count("taobao", 20), new Copies.Count("jd", 10));
            assertThat(first.text()).startsWith("喝过最好的酒");
        }
    }

    @Test
    void effect_isOnTheProductsWhileItRan() throws IOException {
        try (Asking asking = Asking.of(market())) {
            Copies.Effect effect = ask(asking, MONTH).largest().getFirst().effect();
            // of days 5 to 7 one in three is about the product
            assertThat(effect.without().n()).isEqualTo(10);
            assertThat(effect.without().positiveShare()).isEqualTo(Share.of(5, 10));
            assertThat(effect.with().positiveShare()).isEqualTo(Share.of(35, 40));
            assertThat(effect.without().net()).isEqualTo(0.0);
        }
    }

    @Test
    void writers_areNeverShownInFull() throws IOException {
        try (Asking asking = Asking.of(market())) {
            assertThat(huisheng.json.Json.write(ask(asking, MONTH))).doesNotContain("secret");
            Copies.Campaign unknown = ask(asking, MONTH).largest().getLast();
            assertThat(unknown.unknown()).isEqualTo(6);
            assertThat(unknown.authors()).isZero();
            assertThat(unknown.busiest()).isEmpty();
        }
    }

    @Test
    void noiseOfTheFilter_changesNothing() throws IOException {
        try (Asking asking = Asking.of(market())) {
            Copies.Answer answer = ask(asking, MONTH);
            for (Noise noise : Noise.values()) {
                assertThat(ask(asking, MONTH.with(MONTH.filter().with(noise)))).satisfies(same -> {
                    assertThat(same.copies()).isEqualTo(answer.copies());
                    assertThat(same.effect()).isEqualTo(answer.effect());
                });
            }
            Selection one = MONTH.with(MONTH.filter().with(Dimension.COPY, Set.of("18")));
            assertThat(ask(asking, one).largest())
                    .extracting(Copies.Campaign::campaign)
                    .containsExactly("18");
            assertThat(ask(asking, MONTH, "limit", "1").largest()).hasSize(1);
        }
    }

    @Test
    void longPeriods_areCutCoarser() throws IOException {
        try (Asking asking = Asking.of(market())) {
            assertThat(ask(asking, all(days(-300, 300))).largest().getFirst().interval())
                    .isEqualTo("day");
            assertThat(ask(asking, all(days(-3000, 300))).largest().getFirst().interval())
                    .isEqualTo("week");
        }
    }

    @Test
    void nothingCopied_isSaid() throws IOException {
        try (Asking asking = Asking.of(List.of(review(1, 1)))) {
            assertThat(ask(asking, MONTH).largest()).isEmpty();
            assertThat(ask(asking, MONTH).findings()).isEmpty();
            assertThat(ask(asking, all(days(900, 930))).reviews()).isZero();
        }
    }

    @Test
    void thousandsOfCampaigns_areBounded() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) samples.add(review(i, i % 30).copy(i / 2, "w" + i));
        try (Asking asking = Asking.of(samples)) {
            Copies.Answer answer = ask(asking, MONTH, "limit", "50");
            assertThat(answer.campaigns()).isEqualTo(5_000);
            assertThat(answer.largest())
                    .hasSize(50)
                    .allSatisfy(campaign -> assertThat(campaign.authors()).isEqualTo(2));
        }
    }
}
