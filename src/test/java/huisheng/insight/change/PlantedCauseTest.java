package huisheng.insight.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finds what was planted among 20,000 reviews a window, and is silent where nothing was. */
class PlantedCauseTest {
    private static final int REVIEWS = 20_000;
    private static final int SEEDS = 50;

    private static List<Map<String, String>> conditions(Explanation explanation) {
        return explanation.causes().stream().map(Cause::conditions).toList();
    }

    private static SyntheticCube noisy(long seed) {
        return new SyntheticCube(seed, REVIEWS, 0.05, 0.03);
    }

    /**
     * @param least reviews of the segment in a window
     * @param effect added to its negative rate
     */
    @ParameterizedTest
    @CsvSource({"1, 1000, 0.10, 45", "2, 200, 0.25, 45", "3, 100, 0.40, 40"})
    void segment_isTheFirst(int depth, int least, double effect, int expected) {
        int first = 0;
        int others = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            SyntheticCube synthetic = noisy(seed);
            Map<String, String> planted = synthetic.plant(depth, least, effect);
            List<Map<String, String>> found = conditions(RootCause.explain(synthetic.draw()));
            if (!found.isEmpty() && found.getFirst().equals(planted)) first++;
            else System.out.println("seed " + seed + ": " + planted + ", found " + found);
            others += Math.max(0, found.size() - 1);
        }
        System.out.printf("depth %d: first in %d of %d, %d others named%n", depth, first, SEEDS, others);
        assertThat(first).isGreaterThanOrEqualTo(expected);
    }

    @Test
    void segments_twoAtOnce() {
        int both = 0;
        int others = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            SyntheticCube synthetic = noisy(seed);
            Map<String, String> one = synthetic.plant(1, 1000, 0.12);
            Map<String, String> two = synthetic.plant(2, 200, 0.30);
            List<Map<String, String>> found = conditions(RootCause.explain(synthetic.draw()));
            if (found.contains(one) && found.contains(two)) both++;
            else System.out.println("seed " + seed + ": " + one + " and " + two + ", found " + found);
            others += Math.max(0, found.size() - 2);
        }
        System.out.printf("two: both in %d of %d, %d others named%n", both, SEEDS, others);
        assertThat(both).isGreaterThanOrEqualTo(40);
    }

    @Test
    void nothing_isSaidWhereNothingChanged() {
        List<Long> said = new ArrayList<>();
        for (long seed = 0; seed < 200; seed++) {
            Explanation explanation = RootCause.explain(new SyntheticCube(seed, REVIEWS, 0, 0).draw());
            if (!explanation.causes().isEmpty() || !explanation.shifts().isEmpty()) said.add(seed);
        }
        System.out.println("null: named something in " + said.size() + " of 200, seeds " + said);
        assertThat(said).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void nothing_isBlamedWhereAllRoseAlike() {
        List<Long> said = new ArrayList<>();
        for (long seed = 0; seed < 100; seed++) {
            SyntheticCube synthetic = new SyntheticCube(seed, REVIEWS, 0.1, 0).common(0.4);
            if (!RootCause.explain(synthetic.draw()).causes().isEmpty()) said.add(seed);
        }
        System.out.println("all alike: named something in " + said.size() + " of 100, seeds " + said);
        assertThat(said).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void region_thatOnlyGrewIsToldAsMix() {
        int blamed = 0;
        int told = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            SyntheticCube synthetic =
                    new SyntheticCube(seed, REVIEWS, 0, 0).level(0, 0, 1.2).grow(0, 0, 2.5);
            Explanation explanation = RootCause.explain(synthetic.draw());
            if (!explanation.causes().isEmpty()) blamed++;
            boolean first = !explanation.shifts().isEmpty()
                    && explanation.shifts().getFirst().value().equals("region0");
            if (first && explanation.mix() > Math.abs(explanation.common())) told++;
        }
        System.out.printf("mix: told as mix in %d of %d, blamed in %d%n", told, SEEDS, blamed);
        assertThat(blamed).isLessThanOrEqualTo(2);
        assertThat(told).isGreaterThanOrEqualTo(45);
    }
}
