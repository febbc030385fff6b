package huisheng.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import java.util.List;
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
    void json_holdsRatioAndVerdict() {
        JsonNode figures = Json.read(REPORT.json(), JsonNode.class).path("figures");
        assertThat(figures.size()).isEqualTo(2);
        assertThat(figures.get(0).path("ratio").doubleValue()).isEqualTo(3);
        assertThat(figures.get(0).path("met").booleanValue()).isTrue();
        assertThat(figures.get(1).path("met").booleanValue()).isFalse();
        assertThat(figures.get(1).path("ratio").isNull()).isTrue();
    }

    @Test
    void quantile_ofFewSamples_isOneOfThem() {
        Samples samples = Samples.ofNanos(new long[] {4_000_000, 1_000_000, 3_000_000, 2_000_000});
        assertThat(samples.median()).isEqualTo(2);
        assertThat(samples.quantile(0.95)).isEqualTo(4);
        assertThat(samples.quantile(0)).isEqualTo(1);
    }
}
