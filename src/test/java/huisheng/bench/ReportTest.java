package huisheng.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Figure MET = Figure.of("search", "3 reviews", 12, "ms")
            .to(Figure.Goal.atMost(20))
            .against("bare", 4)
            .cpu(900);
    private static final Figure MISSED =
            Figure.of("intake", "3 reviews", 9_000, "reviews/s").to(Figure.Goal.atLeast(15_000));
    private static final Report REPORT = new Report(7, 2, "25", 1.5, 60, List.of("small"), List.of(MET, MISSED));

    @Test
    void text_namesGoalBaselineAndProcessorTime() {
        assertThat(REPORT.text())
                .contains("seed 7, 2 cores", "other work kept 1.5 cores busy", "note: small")
                .contains("12.0 ms   goal ≤ 20.0  met", "3.00 times bare (4.00)", "900.0 µs CPU each")
                .contains("9,000 reviews/s   goal ≥ 15,000  MISSED");
    }

    @Test
    void text_intervalOfFewSamples_saysWhatIsUnknown() {
        Figure figure = Figure.of("told", "shape", 12, "ms").within(new Figure.Interval(160, 9.5, null));
        Report report = new Report(7, 2, "25", null, 60, List.of(), List.of(figure));
        assertThat(report.text()).contains("95% between 9.50 and unknown, n = 160");
        assertThat(Json.read(report.json(), JsonNode.class)
                        .at("/figures/0/interval/n")
                        .intValue())
                .isEqualTo(160);
    }

    @Test
    void json_holdsRatioAndVerdict() {
        JsonNode figures = Json.read(REPORT.json(), JsonNode.class).path("figures");
        assertThat(figures.size()).isEqualTo(2);
        assertThat(figures.get(0).path("ratio").doubleValue()).isEqualTo(3);
        assertThat(figures.get(0).path("met").booleanValue()).isTrue();
        assertThat(figures.get(1).path("met").booleanValue()).isFalse();
        assertThat(figures.get(1).path("ratio").isNull()).isTrue();
    }

    @Test
    void against_partThatWasLeftOut_comparesWithNothing() {
        Figure figure = Figure.of("intake", "shape", 9_000, "reviews/s").against("analysis alone", Double.NaN);
        assertThat(figure.ratio()).isNull();
        assertThat(new Report(7, 2, "25", null, 60, List.of(), List.of(figure)).text())
                .doesNotContain("analysis alone");
    }

    @Test
    void quantile_ofFewSamples_isOneOfThem() {
        Samples samples = Samples.ofNanos(new long[] {4_000_000, 1_000_000, 3_000_000, 2_000_000});
        assertThat(samples.median()).isEqualTo(2);
        assertThat(samples.quantile(0.95)).isEqualTo(4);
        assertThat(samples.quantile(0)).isEqualTo(1);
    }

    /** Ranks as binomial tables have them: of 100 coins that show heads with 0.9, at most 83 or at least 96 in 2.5 % each. */
    @Test
    void interval_ranksLeaveOutTheTails() {
        Samples samples = Samples.ofNanos(
                LongStream.rangeClosed(1, 100).map(i -> i * 1_000_000).toArray());
        assertThat(samples.interval(0.9)).isEqualTo(new Figure.Interval(100, 84.0, 96.0));
    }

    @Test
    void interval_holdsTheQuantileInNineteenOfTwentyRuns() {
        Random random = new Random(7);
        int held = 0;
        for (int run = 0; run < 400; run++) {
            long[] drawn = LongStream.range(0, 420)
                    .map(i -> (long) (1e6 * random.nextDouble()))
                    .toArray();
            Figure.Interval interval = Samples.ofNanos(drawn).interval(0.99);
            Double low = interval.low();
            Double high = interval.high();
            if (low != null && low <= 0.99 && high != null && high >= 0.99) held++;
        }
        assertThat(held).isGreaterThan(365);
    }

    @Test
    void interval_fewSamples_leavesTheirLargestOpen() {
        long[] nanos = LongStream.rangeClosed(1, 160).toArray();
        assertThat(Samples.ofNanos(nanos).interval(0.99).high()).isNull();
        assertThat(Samples.ofNanos(
                                LongStream.rangeClosed(1, AlertLatency.DANGERS).toArray())
                        .interval(0.99)
                        .high())
                .isNotNull();
    }
}
