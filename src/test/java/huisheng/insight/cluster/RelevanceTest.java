package huisheng.insight.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RelevanceTest {
    /** (ad - bc) / √(...) of the table 10, 5, 2, 13: 120 / 217.4. */
    @Test
    void phi_agreesWithTheFormula() {
        assertThat(Relevance.phi(10, 15, 12, 30)).isEqualTo(120 / Math.sqrt(15.0 * 15 * 12 * 18), within(1e-12));
        assertThat(Relevance.phi(7, 7, 7, 20)).isEqualTo(1, within(1e-12));
        assertThat(Relevance.phi(20, 20, 7, 20)).isZero();
    }

    @Test
    void features_thatGoTogetherAreRelevant() {
        SplittableRandom random = new SplittableRandom(3);
        Map<List<String>, Integer> profiles = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            String pair = random.nextBoolean() ? "1" : "2";
            List<String> profile = List.of("a" + pair, "b" + pair, "region" + random.nextInt(8));
            profiles.merge(profile, 1, Integer::sum);
        }
        assertThat(Relevance.of(profiles)).containsOnlyKeys("a1", "a2", "b1", "b2");
    }

    @Test
    void features_ofOneProfileAreRelevant() {
        assertThat(Relevance.of(Map.of(List.of("a", "b"), 9))).containsOnlyKeys("a", "b");
        assertThat(Relevance.of(Map.of())).isEmpty();
    }
}
