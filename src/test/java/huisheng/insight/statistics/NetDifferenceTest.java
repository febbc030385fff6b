package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetDifferenceTest {
    /**
     * numpy 2.4 and scipy 1.17: Tango's bounds of each by bisection, combined as Zou and Donner; p is 2 norm.sf(z) of the z at
     * which brentq finds the nearer bound at 0.
     */
    @ParameterizedTest
    @CsvSource({
        "60, 20, 120, 50, 45, 140, 0.297619047619048, 0.103262961710893, 0.482663874852593, 0.002823998848589653",
        "9, 0, 10, 4, 3, 12, 0.816666666666667, 0.160672719023149, 1.245833730087048, 0.018322000794243298",
        "10, 0, 10, 10, 0, 10, 0, -0.555065599725778, 0.555065599725778, 1",
        "700, 200, 1000, 500, 400, 1000, 0.4, 0.322299333538231, 0.475953077049383, 2.7108315955016274e-23"
    })
    void of_agreesWithScipy(
            long p1, long m1, long n1, long p2, long m2, long n2, double effect, double low, double high, double p) {
        NetDifference difference = NetDifference.of(new Trinomial(p1, m1, n1), new Trinomial(p2, m2, n2));
        assertThat(difference.effect()).isEqualTo(effect, within(1e-12));
        assertThat(difference.low()).isEqualTo(low, within(1e-10));
        assertThat(difference.high()).isEqualTo(high, within(1e-10));
        assertThat(difference.p()).isEqualTo(p, within(p * 1e-7));
        NetDifference swapped = NetDifference.of(new Trinomial(p2, m2, n2), new Trinomial(p1, m1, n1));
        assertThat(swapped.low()).isEqualTo(-high, within(1e-10));
        assertThat(swapped.p()).isEqualTo(p, within(p * 1e-7));
    }

    @Test
    void of_farApart_hasNoChance() {
        assertThat(NetDifference.of(new Trinomial(1_000_000, 0, 1_000_000), new Trinomial(0, 1_000_000, 1_000_000))
                        .p())
                .isZero();
    }

    @Test
    void of_oneAgainstOne_isNotSignificant() {
        NetDifference difference = NetDifference.of(new Trinomial(1, 0, 1), new Trinomial(0, 1, 1));
        assertThat(difference.p()).isBetween(0.05, 1.0);
        assertThat(difference.low()).isNegative();
    }
}
