package huisheng.alert.watch;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.alert.Alerting;
import huisheng.alert.Candidate;
import huisheng.index.Sample;
import huisheng.index.Stop;
import huisheng.insight.Asking;
import huisheng.review.Dimension;
import huisheng.review.Polarity;
import huisheng.review.Scope;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Forty days of two products; A is well all the time, B breaks on the last day in three channels. */
class WatchTest {
    private static final Instant END = Asking.days(0, 40).until();
    private static Asking reviews;

    @BeforeAll
    static void fill() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int day = 0; day < 40; day++) {
            for (int i = 0; i < 20; i++) samples.add(sample(samples.size() + 1L, day, i));
        }
        reviews = Asking.of(samples);
    }

    private static Sample sample(long id, int day, int i) {
        boolean broken = day == 39 && i % 2 == 1;
        Sample sample = Sample.review(id)
                .product(i % 2 == 0 ? "A" : "B")
                .channel(List.of("jd", "taobao", "douyin").get(i % 3))
                .rating((broken ? 1 : 4) + i / 2 % 2)
                .at(Asking.START.plusSeconds(day * 86_400L + i * 4_000L))
                .sentiment(broken ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE);
        return broken ? sample.opinion("packaging", "包装", Polarity.NEGATIVE) : sample;
    }

    @AfterAll
    static void close() throws IOException {
        reviews.close();
    }

    private static List<Candidate> look(String when, String... more) throws IOException {
        Watch watch = new Watch(reviews.index(), aspect -> "包装");
        return watch.look(Alerting.rule(1, when, more), END, group -> false, Stop.NEVER);
    }

    @Test
    void crisis_sameAspectInManyChannels_isFoundWithItsGoldenHours() throws IOException {
        List<Candidate> found = look("{kind: crisis, channels: 3}", "each: product");
        assertThat(found).hasSize(1);
        Candidate crisis = found.getFirst();
        assertThat(crisis.group()).isEqualTo("product=B");
        assertThat(crisis.about()).isEqualTo(new Scope(Map.of(Dimension.PRODUCT, Set.of("B"))));
        assertThat(crisis.text().zh())
                .contains("“包装”的抱怨 10 条")
                .contains("3 个渠道")
                .contains("黄金四小时");
        assertThat(crisis.evidence()).isNotEmpty();
        assertThat(look("{kind: crisis, channels: 4}", "each: product")).isEmpty();
    }

    @Test
    void target_missedBeyondChance_isFound() throws IOException {
        String below = "{kind: threshold, measure: net, window: P1D, target: 0.9, share: 0.9, minimum: 5, p: 0.01}";
        assertThat(look(below, "each: product")).extracting(Candidate::group).containsExactly("product=B");
        String above =
                "{kind: threshold, measure: negative, window: P1D, target: 0.3, share: 0.9, minimum: 5, p: 0.01}";
        assertThat(look(above, "each: product")).extracting(Candidate::group).containsExactly("product=B");
        assertThat(look(below.replace("minimum: 5", "minimum: 50"), "each: product"))
                .isEmpty();
        assertThat(look(below.replace("0.9, share", "-1, share"), "each: product"))
                .isEmpty();
    }

    @Test
    void volume_belowItsTarget_isFound() throws IOException {
        String rule = "{kind: threshold, measure: volume, window: P7D, target: %d, share: 0.9, p: 0.001}";
        assertThat(look(rule.formatted(1_000))).hasSize(1);
        assertThat(look(rule.formatted(140))).isEmpty();
    }

    @Test
    void baseline_measuresOfEveryKind() throws IOException {
        String rule = "{kind: threshold, measure: %s, window: P1D, baseline: P28D, change: 0.2, minimum: 5, p: 0.001}";
        assertThat(look(rule.formatted("rating"), "each: product"))
                .extracting(found -> found.text().en())
                .containsExactly("The mean rating 4.50 → 1.50 (n = 10, before n = 280, p < 0.0001).");
        assertThat(look(rule.formatted("aspect-negative, of: packaging"), "each: product"))
                .extracting(Candidate::group)
                .containsExactly("product=B");
        assertThat(look(rule.formatted("volume"))).isEmpty();
        assertThat(look(rule.formatted("risk"))).isEmpty();
    }

    @Test
    void anomaly_newestWholeDay_isHeldAgainstThePast() throws IOException {
        List<Candidate> found =
                look("{kind: anomaly, measure: negative, history: P40D, minimum: 5, p: 0.0001}", "each: product");
        assertThat(found).extracting(Candidate::group).containsExactly("product=B");
        assertThat(found.getFirst().since()).isEqualTo(Asking.days(39, 40).from());
        assertThat(look("{kind: anomaly, measure: volume, history: P40D}")).isEmpty();
    }
}
