package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceInDifferencesTest {
    /** numpy 2.4, Price and Bonett's formula: s = (k+.5)/(n+1), error sqrt(sum(s(1-s)/(n+1))); scipy 1.17: 2 norm.sf(z). */
    @ParameterizedTest
    @CsvSource({
        "30, 200, 52, 210, 40, 400, 45, 390, 0.082234432234, 0.044895424293, -0.006290322551, 0.169696506819, 0.0687813276840352",
        "0, 20, 6, 25, 1, 30, 0, 28, 0.273333333333, 0.101921332933, 0.057574051850, 0.457098335459, 0.011574730667382"
    })
    void ofShares_agreesWithNumpy(
            long k1,
            long n1,
            long k2,
            long n2,
            long k3,
            long n3,
            long k4,
            long n4,
            double effect,
            double error,
            double low,
            double high,
            double p) {
        DifferenceInDifferences found = DifferenceInDifferences.ofShares(
                new Proportion(k1, n1), new Proportion(k2, n2), new Proportion(k3, n3), new Proportion(k4, n4));
        assertThat(found.effect()).isEqualTo(effect, within(1e-11));
        assertThat(found.standardError()).isEqualTo(error, within(1e-11));
        assertThat(found.low()).isEqualTo(low, within(1e-11));
        assertThat(found.high()).isEqualTo(high, within(1e-11));
        assertThat(found.p()).isEqualTo(p, within(1e-12));
    }

    /** scipy 1.17: t.ppf and t.sf with Satterthwaite's df over the four cells. */
    @Test
    void ofMeans_agreesWithScipy() {
        DifferenceInDifferences found = DifferenceInDifferences.ofMeans(
                new Sample(40, 3.9, 1.2), new Sample(55, 4.3, .9), new Sample(80, 4.0, 1.1), new Sample(75, 4.05, 1.3));
        assertThat(found.effect()).isEqualTo(0.35, within(1e-12));
        assertThat(found.standardError()).isEqualTo(0.27829295660682773, within(1e-12));
        assertThat(found.low()).isEqualTo(-0.19926636803218645, within(1e-8));
        assertThat(found.high()).isEqualTo(0.8992663680321866, within(1e-8));
        assertThat(found.p()).isEqualTo(0.2101981675295026, within(1e-10));
    }

    /** Employment means and standard errors of Card and Krueger 1994, table 3: 2.76. n only turns errors into variances. */
    @Test
    void ofMeans_agreesWithCardAndKrueger() {
        DifferenceInDifferences found = DifferenceInDifferences.ofMeans(
                new Sample(331, 20.44, 331 * 0.51 * 0.51),
                new Sample(331, 21.03, 331 * 0.52 * 0.52),
                new Sample(79, 23.33, 79 * 1.35 * 1.35),
                new Sample(79, 21.17, 79 * 0.94 * 0.94));
        assertThat(found.effect()).isEqualTo(2.75, within(0.011));
        // theirs is 1.36, as they saw most restaurants twice; of independent cells it is larger
        assertThat(found.standardError())
                .isEqualTo(Math.sqrt(.51 * .51 + .52 * .52 + 1.35 * 1.35 + .94 * .94), within(1e-9));
    }

    @Test
    void ofNets_againstAnUnchangedControl_isTheDifferenceMadeWider() {
        Trinomial before = new Trinomial(60, 20, 120);
        Trinomial after = new Trinomial(90, 10, 130);
        Trinomial control = new Trinomial(500_000_000, 100_000_000, 1_000_000_000);
        DifferenceInDifferences found = DifferenceInDifferences.ofNets(before, after, control, control);
        NetDifference plain = NetDifference.of(after, before);
        assertThat(found.effect()).isEqualTo(plain.effect(), within(1e-12));
        assertThat(found.low()).isEqualTo(plain.low(), within(1e-6));
        assertThat(found.high()).isEqualTo(plain.high(), within(1e-6));
        assertThat(found.p()).isEqualTo(plain.p(), within(1e-6));
        Trinomial small = new Trinomial(5, 1, 10);
        assertThat(DifferenceInDifferences.ofNets(before, after, small, small).p())
                .isGreaterThan(plain.p());
    }

    @Test
    void ofShares_oneReviewEach_saysNothing() {
        Proportion none = new Proportion(0, 1);
        DifferenceInDifferences found = DifferenceInDifferences.ofShares(none, new Proportion(1, 1), none, none);
        assertThat(found.p()).isGreaterThan(0.05);
        assertThat(found.low()).isBetween(-2.0, 0.0);
        assertThat(found.high()).isBetween(0.0, 2.0);
    }

    @Test
    void ofMeans_noneVaries_isNoTest() {
        Sample same = new Sample(5, 4, 0);
        DifferenceInDifferences found = DifferenceInDifferences.ofMeans(same, new Sample(5, 5, 0), same, same);
        assertThat(found).isEqualTo(new DifferenceInDifferences(1, 0, 1, 1, 1));
    }
}
