package huisheng.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import huisheng.learning.evaluation.Bootstrap.Interval;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final Facet RIGHT = Facet.of("right", List.of(Measure.accuracy("accuracy")), (row, a) -> Tally.NONE);

    @Test
    void intervals_share_isAsWideAsTheNormalApproximation() {
        // 800 of 1000 right: 0.8 ± 1.96 · sqrt(0.8 · 0.2 / 1000) = 0.8 ± 0.0248
        Interval interval = interval(new Bootstrap(4000, 7), answers(800, 200));

        assertThat(interval.low()).isCloseTo(0.8 - 0.0248, within(0.003));
        assertThat(interval.high()).isCloseTo(0.8 + 0.0248, within(0.003));
    }

    @Test
    void intervals_allRight_haveNoWidth() {
        assertThat(interval(new Bootstrap(50, 7), answers(20, 0))).isEqualTo(new Interval(1, 1));
    }

    @Test
    void intervals_sameSeed_areTheSame() {
        Bootstrap bootstrap = new Bootstrap(300, 7);

        assertThat(interval(bootstrap, answers(60, 40))).isEqualTo(interval(bootstrap, answers(60, 40)));
    }

    @Test
    void intervals_noneAskedFor_areNull() {
        assertThat(new Bootstrap(0, 7).intervals(RIGHT, answers(1, 1))).containsExactly((Interval) null);
    }

    @Test
    void quantile_betweenTwoValues_isOnTheLine() {
        double[] sorted = {1, 2, 3, 4};

        // numpy.quantile([1, 2, 3, 4], [0, .25, .5, 1]) = [1, 1.75, 2.5, 4]
        assertThat(Bootstrap.quantile(sorted, 0)).isEqualTo(1);
        assertThat(Bootstrap.quantile(sorted, 0.25)).isEqualTo(1.75);
        assertThat(Bootstrap.quantile(sorted, 0.5)).isEqualTo(2.5);
        assertThat(Bootstrap.quantile(sorted, 1)).isEqualTo(4);
    }

    private static Interval interval(Bootstrap bootstrap, List<Tally> tallies) {
        return Objects.requireNonNull(bootstrap.intervals(RIGHT, tallies).getFirst());
    }

    private static List<Tally> answers(int right, int wrong) {
        return IntStream.range(0, right + wrong)
                .mapToObj(i -> Tally.one("a", i < right ? "a" : "b"))
                .toList();
    }
}
