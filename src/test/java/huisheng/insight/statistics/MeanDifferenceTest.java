package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanDifferenceTest {
    private static final Sample FIRST =
            Sample.of(27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4);
    private static final Sample SECOND =
            Sample.of(27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.0, 23.9);

    /** scipy 1.17: ttest_ind(first, second, equal_var=False), its confidence_interval(). */
    @Test
    void of_agreesWithScipy() {
        MeanDifference difference = MeanDifference.of(FIRST, SECOND);
        assertThat(difference.t()).isEqualTo(-2.835263800664482, within(1e-10));
        assertThat(difference.df()).isEqualTo(27.713625968118762, within(1e-9));
        assertThat(difference.p()).isEqualTo(0.008452732437443423, within(1e-10));
        assertThat(difference.low()).isEqualTo(-4.766445039218351, within(1e-7));
        assertThat(difference.high()).isEqualTo(-0.7668882941149804, within(1e-7));
    }

    /** scipy 1.17: ttest_ind_from_stats(4.2, 1.1, 12000, 4.15, 1.3, 300000, equal_var=False), t.ppf(.975, df). */
    @Test
    void of_manyReviews_agreesWithScipy() {
        MeanDifference difference = MeanDifference.of(new Sample(12000, 4.2, 1.21), new Sample(300000, 4.15, 1.69));
        assertThat(difference.t()).isEqualTo(4.8457742275869835, within(1e-9));
        assertThat(difference.df()).isEqualTo(13375.496305931068, within(1e-5));
        assertThat(difference.p()).isEqualTo(1.2753385086236312e-06, within(1e-12));
        assertThat(difference.high() - difference.effect()).isEqualTo(0.020225265022157553, within(1e-8));
    }

    /** scipy 1.17: ttest_1samp(first, 0).confidence_interval(), and of the ratings 1 to 5 repeated 3, 1, 4, 20, 60 times. */
    @Test
    void mean_agreesWithScipy() {
        Mean mean = Mean.of(FIRST);
        assertThat(mean.value()).isEqualTo(20.82, within(1e-12));
        assertThat(mean.low()).isEqualTo(19.26670165245124, within(1e-7));
        assertThat(mean.high()).isEqualTo(22.373298347548754, within(1e-7));
        Mean ratings = Mean.of(Sample.ofCounts(new double[] {1, 2, 3, 4, 5}, new long[] {3, 1, 4, 20, 60}));
        assertThat(ratings.n()).isEqualTo(88);
        assertThat(ratings.low()).isEqualTo(4.318628094678136, within(1e-7));
        assertThat(ratings.high()).isEqualTo(4.7040991780491375, within(1e-7));
    }

    @Test
    void of_neitherVaries_isNoTest() {
        MeanDifference difference = MeanDifference.of(new Sample(3, 5, 0), new Sample(4, 4, 0));
        assertThat(difference).isEqualTo(new MeanDifference(1, 0, 1, 1, 0, 5, 1));
    }

    @Test
    void of_oneVaries_usesItsFreedom() {
        MeanDifference difference = MeanDifference.of(new Sample(3, 5, 0), new Sample(10, 4, 2));
        assertThat(difference.df()).isEqualTo(9, within(1e-9));
        assertThat(difference.p()).isBetween(0.0, 0.1);
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 1", "0, 3, 1", "5, NaN, 1", "5, 3, NaN", "5, 3, -1", "5, Infinity, 1", "5, 3, Infinity"})
    void sample_impossibleFiguresAreRefused(long n, double mean, double variance) {
        assertThatThrownBy(() -> assertThat(new Sample(n, mean, variance)).isNull())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sampleOf_tooFewOrBadValuesAreRefused() {
        assertThatThrownBy(() -> assertThat(Sample.of(3)).isNull())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 values have no variance");
        assertThatThrownBy(() -> assertThat(Sample.of()).isNull()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assertThat(Sample.of(3, Double.NaN)).isNull())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assertThat(Sample.ofCounts(new double[] {1, 2}, new long[] {3}))
                        .isNull())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assertThat(Sample.ofCounts(new double[] {1, 2}, new long[] {3, -1}))
                        .isNull())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
