package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FisherExactTest {
    /** scipy 1.17: scipy.stats.fisher_exact([[k1, n1 - k1], [k2, n2 - k2]]). */
    @ParameterizedTest
    @CsvSource({
        "8, 10, 1, 6, 0.034965034965035",
        "3, 1000, 0, 900000, 1.36308551466352e-09",
        "1, 9, 11, 15, 0.00942253331538565",
        "0, 5, 0, 7, 1",
        "2, 2, 2, 2, 1",
        "19, 20, 1, 20, 5.81806453064372e-09"
    })
    void p_agreesWithScipy(long k1, long n1, long k2, long n2, double p) {
        assertThat(FisherExact.p(new Proportion(k1, n1), new Proportion(k2, n2)))
                .isEqualTo(p, within(p * 1e-9));
    }
}
