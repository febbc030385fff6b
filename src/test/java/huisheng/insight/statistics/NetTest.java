package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetTest {
    /**
     * Airway reactivity before and after transplantation, 1 and 7 discordant of 21: M. W. Fagerland, S. Lydersen and P.
     * Laake, "Recommended tests and confidence intervals for paired binomial proportions", Statistics in Medicine 33 (2014),
     * 2850–2875: Tango −0.517 to −0.026.
     */
    @Test
    void of_agreesWithFagerland() {
        Net net = Net.of(1, 7, 21);
        assertThat(net.value()).isEqualTo(-6 / 21.0, within(1e-12));
        assertThat(net.low()).isEqualTo(-0.517, within(5e-4));
        assertThat(net.high()).isEqualTo(-0.026, within(5e-4));
    }

    /** scipy 1.17: brentq over the mean, the likelihood of the trinomial maximised under each by brentq of its derivative. */
    @ParameterizedTest
    @CsvSource({
        "1, 7, 21, -0.517232276421377, -0.026003032480869",
        "40, 20, 160, 0.030864533133087, 0.218064244166825",
        "12, 2, 50, 0.061112406186344, 0.344708748282149",
        "0, 0, 30, -0.113513393173969, 0.113513393173969",
        "25, 0, 25, 0.733615498121903, 1",
        "0, 25, 25, -1, -0.733615498121903",
        "3, 1, 5, -0.349281864386434, 0.826420963707876",
        "700, 200, 1000, 0.448308458974203, 0.548157429169215"
    })
    void of_agreesWithScipy(long positive, long negative, long n, double low, double high) {
        Net net = Net.of(positive, negative, n);
        assertThat(net.low()).isEqualTo(low, within(1e-10));
        assertThat(net.high()).isEqualTo(high, within(1e-10));
        assertThat(net.n()).isEqualTo(n);
    }

    @Test
    void of_oneReview_saysNextToNothing() {
        assertThat(Net.of(1, 0, 1).low()).isLessThan(0);
        assertThat(Net.of(1, 0, 1).high()).isEqualTo(1, within(1e-12));
    }

    @Test
    void of_aBillionReviews_isNarrow() {
        Net net = Net.of(500_000_000, 100_000_000, 1_000_000_000);
        assertThat(net.high() - net.low()).isBetween(0.0, 1e-4);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "-1, 0, 5",
        "0, -1, 5",
        "3, 3, 5",
        "6, 0, 5",
        "9223372036854775807, 9223372036854775807, 9223372036854775807"
    })
    void of_impossibleCountsAreRefused(long positive, long negative, long n) {
        assertThatThrownBy(() -> assertThat(Net.of(positive, negative, n)).isNull())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
