package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.stat.inference.GTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLikelihoodTest {
    /** Dunning 1993, table of bigrams by -2 log λ: "the swiss", "can be", "previous year", "mineral water". */
    @ParameterizedTest
    @CsvSource({"110, 2442, 111, 29114, 270.72", "29, 13, 123, 31612, 263.90", "31, 23, 139, 31584, 256.84"})
    void of_agreesWithDunning(long a, long b, long c, long d, double expected) {
        assertThat(LogLikelihood.of(a, a + b, c, c + d).g2()).isEqualTo(expected, within(0.005));
    }

    @Test
    void of_agreesWithAnotherImplementation() {
        double root = new GTest().rootLogLikelihoodRatio(110, 2442, 111, 29114);
        assertThat(LogLikelihood.of(110, 2552, 111, 29225).g2()).isEqualTo(root * root, within(1e-6));
        assertThat(LogLikelihood.of(10, 100, 5, 50).g2()).isEqualTo(0, within(1e-9));
    }

    /** scipy 1.17: scipy.stats.chi2_contingency([[a, b], [c, d]], correction=False, lambda_="log-likelihood"). */
    @ParameterizedTest
    @CsvSource({
        "30, 70, 12, 138, 20.546697898017, 5.81940898532158e-06",
        "7, 93, 3, 147, 3.832550498829, 0.0502663884841207",
        "0, 40, 6, 94, 4.144193812903, 0.0417775444792926"
    })
    void of_agreesWithScipy(long a, long b, long c, long d, double g2, double p) {
        LogLikelihood ratio = LogLikelihood.of(a, a + b, c, c + d);
        assertThat(ratio.g2()).isEqualTo(g2, within(1e-9));
        assertThat(ratio.p()).isEqualTo(p, within(1e-12));
    }

    @Test
    void of_nothingSaidOrNothingToSayItIsNoSurprise() {
        assertThat(LogLikelihood.of(0, 100, 0, 50)).isEqualTo(new LogLikelihood(0, 1));
        assertThat(LogLikelihood.of(0, 0, 3, 50)).isEqualTo(new LogLikelihood(0, 1));
        assertThat(LogLikelihood.of(0, 0, 0, 0)).isEqualTo(new LogLikelihood(0, 1));
    }

    @Test
    void of_moreThanAllIsRefused() {
        assertThatThrownBy(() -> assertThat(LogLikelihood.of(3, 2, 0, 5)).isNull())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 of 2 is no share");
        assertThatThrownBy(() -> assertThat(LogLikelihood.of(0, 2, -1, 5)).isNull())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
