package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class QuartilesTest {
    private static Quartiles of(int... values) {
        long[] counts = new long[100];
        for (int value : values) counts[value]++;
        return Quartiles.ofCounts(counts);
    }

    /** {@code quantile(x, c(.25, .5, .75), type = 2)} of R 4.3 for 1..10, 1..9 and 2, 2, 7. */
    @Test
    void quartiles_areThoseOfR() {
        Quartiles even = of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(even.lower()).isEqualTo(3);
        assertThat(even.median()).isEqualTo(5.5);
        assertThat(even.upper()).isEqualTo(8);
        Quartiles odd = of(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(odd.lower()).isEqualTo(3);
        assertThat(odd.median()).isEqualTo(5);
        assertThat(odd.upper()).isEqualTo(7);
        assertThat(of(7, 2, 2).median()).isEqualTo(2);
        assertThat(of(4)).isEqualTo(new Quartiles(1, 4, 4, 4, 4, 4));
    }

    /** Of 100 values the interval runs from the 40th to the 61st, Conover's table A3. */
    @Test
    void interval_coversTheMedian() {
        Random random = new Random(17);
        int covered = 0;
        int trials = 4000;
        for (int i = 0; i < trials; i++) {
            int n = 6 + random.nextInt(100);
            int[] values = new int[n];
            for (int j = 0; j < n; j++) values[j] = (int) Math.min(99, -20 * Math.log(1 - random.nextDouble()));
            Quartiles found = of(values);
            // the median of that distribution is 20·ln 2 = 13.86, rounded down
            if (found.low() <= 13 && 13 <= found.high()) covered++;
        }
        System.out.printf("median of days: %d of %d intervals hold it (seed 17)%n", covered, trials);
        assertThat(covered / (double) trials).isGreaterThan(0.95);
    }

    @Test
    void nothing_isRefused() {
        assertThatThrownBy(() -> Quartiles.ofCounts(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quartiles.ofCounts(2, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
