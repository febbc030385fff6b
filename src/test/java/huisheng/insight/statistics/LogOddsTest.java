package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogOddsTest {
    /** numpy 2.4: y = [k1+a, n1-k1+s-a, k2+a, n2-k2+s-a], a = s (k1+k2)/(n1+n2); log(y0/y1) - log(y2/y3); sqrt(sum(1/y)). */
    @ParameterizedTest
    @CsvSource({
        "30, 400, 12, 900, 50, 1.648068645909, 0.329445868824, 5.002547616672, 5.65776011480137e-07",
        "0, 60, 5, 80, 20, -1.906169820406, 1.264206736740, -1.507799132064, 0.131605944371239",
        "250, 400, 180, 400, 100, 0.566999186847, 0.128147047887, 4.424598117525, 9.66219826182757e-06"
    })
    void of_agreesWithNumpy(
            long k1, long n1, long k2, long n2, double strength, double effect, double error, double z, double p) {
        LogOdds odds = LogOdds.of(k1, n1, k2, n2, strength);
        assertThat(odds.effect()).isEqualTo(effect, within(1e-10));
        assertThat(odds.standardError()).isEqualTo(error, within(1e-10));
        assertThat(odds.z()).isEqualTo(z, within(1e-9));
        assertThat(odds.p()).isEqualTo(p, within(1e-12));
        assertThat(odds.low()).isEqualTo(effect - 1.959963984540054 * error, within(1e-9));
        assertThat(odds.high()).isEqualTo(effect + 1.959963984540054 * error, within(1e-9));
    }

    @Test
    void of_sidesSwapped_turnsTheSign() {
        LogOdds one = LogOdds.of(30, 400, 12, 900, 50);
        LogOdds other = LogOdds.of(12, 900, 30, 400, 50);
        assertThat(other.effect()).isEqualTo(-one.effect(), within(1e-12));
        assertThat(other.p()).isEqualTo(one.p(), within(1e-15));
    }

    @Test
    void of_rareWord_isPulledToZeroMoreThanACommonOne() {
        double rare = LogOdds.of(2, 1000, 0, 1000, 500).effect();
        double common = LogOdds.of(200, 1000, 100, 1000, 500).effect();
        assertThat(rare).isBetween(0.0, Math.log(6));
        assertThat(LogOdds.of(2, 1000, 0, 1000, 500).z())
                .isLessThan(LogOdds.of(200, 1000, 100, 1000, 500).z());
        assertThat(common).isBetween(0.3, Math.log(200 * 900.0 / (800 * 100)));
    }

    @Test
    void withPrior_ofAnotherSet_pullsTowardsIt() {
        assertThat(LogOdds.withPrior(5, 10, 5, 10, 0.01, 5).effect()).isZero();
        assertThat(LogOdds.withPrior(9, 10, 50, 100, 0.5, 1000).effect())
                .isLessThan(LogOdds.withPrior(9, 10, 50, 100, 0.5, 10).effect());
    }

    @Test
    void of_nothingOrEverythingSaid_isNoEvidence() {
        for (LogOdds odds :
                new LogOdds[] {LogOdds.of(0, 9, 0, 8, 5), LogOdds.of(9, 9, 8, 8, 5), LogOdds.of(0, 0, 0, 0, 5)}) {
            assertThat(odds.effect()).isZero();
            assertThat(odds.z()).isZero();
            assertThat(odds.p()).isEqualTo(1);
            assertThat(odds.standardError()).isInfinite();
        }
    }

    @Test
    void of_emptySide_isFinite() {
        LogOdds odds = LogOdds.of(0, 0, 3, 50, 5);
        assertThat(odds.effect()).isFinite();
        assertThat(odds.p()).isGreaterThan(0.05);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2, 0.1, 5",
        "-1, 2, 0.1, 5",
        "1, 2, 1.1, 5",
        "1, 2, 0, 5",
        "1, 2, 1, 5",
        "1, 2, NaN, 5",
        "1, 2, 0.1, 0",
        "1, 2, 0.1, NaN",
        "1, 2, 0.1, Infinity"
    })
    void withPrior_badFiguresAreRefused(long k, long n, double prior, double strength) {
        assertThatThrownBy(() -> assertThat(LogOdds.withPrior(k, n, 1, 5, prior, strength))
                        .isNull())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assertThat(LogOdds.withPrior(1, 5, k, n, prior, strength))
                        .isNull())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
