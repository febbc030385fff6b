package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SurvivalTest {
    /** Remission in weeks under 6-MP (E. J. Freireich et al., Blood 21 (1963), 699–716), in every textbook. */
    private static final double[] RELAPSED = {6, 6, 6, 7, 10, 13, 16, 22, 23};

    private static final double[] IN_REMISSION = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};

    /** R: {@code survfit(Surv(time, status) ~ 1, conf.type = "log-log")} gives median 23, 0.95LCL 13, 0.95UCL NA. */
    @Test
    void of_freireichTreated_isAsInTheTextbooks() {
        assertThat(Survival.of(RELAPSED, IN_REMISSION)).isEqualTo(new Survival(21, 9, 23.0, 13.0, null));
    }

    /** The untreated, none of whom is censored: median 8, interval 4 to 11. */
    @Test
    void of_freireichPlacebo_isAsInTheTextbooks() {
        double[] placebo = {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23};
        assertThat(Survival.of(placebo, new double[0])).isEqualTo(new Survival(21, 21, 8.0, 4.0, 11.0));
    }

    @Test
    void of_mostStillWaiting_hasNoMedian() {
        Survival survival = Survival.of(new double[] {1, 2}, new double[] {3, 3, 3, 3});
        assertThat(survival.median()).isNull();
        assertThat(survival.n()).isEqualTo(6);
        assertThat(Survival.of(new double[0], new double[] {1, 5}).low()).isNull();
    }

    @Test
    void of_nothingOrNegative_isRefused() {
        assertThatThrownBy(() -> Survival.of(new double[0], new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Survival.of(new double[] {-1}, new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Exponential times of median ln 2, a third of them censored: the interval holds it about 95 times of 100. */
    @Test
    void interval_ofRandomTimes_coversTheMedianAsOftenAsItSays() {
        long seed = 20261129;
        SplittableRandom random = new SplittableRandom(seed);
        int covered = 0;
        int biased = 0;
        for (int run = 0; run < 2_000; run++) {
            double[] ended = new double[80];
            double[] waiting = new double[80];
            int events = 0;
            int censored = 0;
            for (int i = 0; i < 80; i++) {
                double time = -Math.log(random.nextDouble());
                double watched = -2 * Math.log(random.nextDouble());
                if (time <= watched) ended[events++] = time;
                else waiting[censored++] = watched;
            }
            Survival survival = Survival.of(Arrays.copyOf(ended, events), Arrays.copyOf(waiting, censored));
            Double high = survival.high();
            double low = Objects.requireNonNull(survival.low(), "seed " + seed + " run " + run);
            if (low <= Math.log(2) && (high == null || high > Math.log(2))) covered++;
            double[] naive = Arrays.copyOf(ended, events);
            Arrays.sort(naive);
            if (naive[events / 2] < Math.log(2)) biased++;
        }
        assertThat(covered).as("seed %d", seed).isBetween(1_860, 1_940);
        // who leaves out those who still wait is wrong most of the time
        assertThat(biased).isGreaterThan(1_700);
    }
}
