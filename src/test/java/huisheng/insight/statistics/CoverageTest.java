package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Intervals of 95 % hold the true value as often as they say, over grids of n and truth. */
class CoverageTest {
    private static final int[][] SIZES = {{10, 10}, {20, 30}, {50, 50}, {100, 40}, {200, 200}, {1000, 300}};
    private static final double[][] SHARES = {{.05, .05}, {.1, .3}, {.5, .5}, {.5, .8}, {.9, .95}, {.2, .1}};
    private static final double[][] RATIOS = {
        {.05, .05}, {.1, .3}, {.5, .5}, {.5, .8}, {.9, .95}, {.2, .1}, {.3, .1}, {.97, .9}, {.9, .9}, {.98, .5}
    };
    private static final double[][] NETS = {
        {.5, .3}, {.8, .1}, {.9, .05}, {.95, .02}, {.97, 0}, {.3, .3}, {.1, .7}, {.2, .1}
    };

    @Test
    void shareDifference_gridOfSizesAndShares_coversAsPromised() {
        Trials trials = new Trials("ShareDifference");
        for (int[] n : SIZES) {
            for (double[] p : SHARES) {
                Trials.Binomial first = trials.new Binomial(n[0], p[0]);
                Trials.Binomial second = trials.new Binomial(n[1], p[1]);
                double truth = p[0] - p[1];
                trials.cell(() -> {
                    ShareDifference found = ShareDifference.of(first.draw(), second.draw());
                    return found.low() <= truth && truth <= found.high();
                });
            }
        }
        assertCovers(trials, 0.92);
    }

    @Test
    void ratio_gridOfSizesAndShares_coversAsPromised() {
        Trials trials = new Trials("Ratio");
        for (int[] n : SIZES) {
            for (double[] p : RATIOS) {
                Trials.Binomial first = trials.new Binomial(n[0], p[0]);
                Trials.Binomial second = trials.new Binomial(n[1], p[1]);
                double truth = p[0] / p[1];
                trials.cell(() -> {
                    Ratio found = Ratio.of(first.draw(), second.draw());
                    return found.low() <= truth && truth <= found.high();
                });
            }
        }
        assertCovers(trials, 0.92);
    }

    @Test
    void net_gridOfSizesAndShares_coversAsPromised() {
        Trials trials = new Trials("Net");
        for (int n : new int[] {10, 20, 50, 200}) {
            for (double[] p : NETS) {
                double truth = p[0] - p[1];
                trials.cell(() -> {
                    Net found = Net.of(trials.trinomial(n, p[0], p[1]));
                    return found.low() <= truth + 1e-9 && truth - 1e-9 <= found.high();
                });
            }
        }
        assertCovers(trials, 0.92);
    }

    @Test
    void netDifference_gridOfSizesAndShares_coversAsPromised() {
        Trials trials = new Trials("NetDifference");
        for (int[] n : new int[][] {{10, 10}, {20, 30}, {100, 40}}) {
            for (int i = 0; i < NETS.length; i++) {
                double[] p = NETS[i];
                double[] q = NETS[(i + 3) % NETS.length];
                double truth = p[0] - p[1] - (q[0] - q[1]);
                trials.cell(() -> {
                    NetDifference found =
                            NetDifference.of(trials.trinomial(n[0], p[0], p[1]), trials.trinomial(n[1], q[0], q[1]));
                    return found.low() <= truth && truth <= found.high();
                });
            }
        }
        assertCovers(trials, 0.92);
    }

    @Test
    void mean_normalValuesAndRatings_coversAsPromised() {
        Trials trials = new Trials("Mean");
        for (int n : new int[] {2, 5, 20, 100}) {
            trials.cell(() -> holds(Mean.of(trials.normal(n, 3, 1.5)), 3));
        }
        for (int n : new int[] {30, 100, 300}) {
            trials.cell(() -> holds(Mean.of(trials.ratings(n, .1, .1, .2, .3, .3)), 3.6));
        }
        assertCovers(trials, 0.935);
    }

    @Test
    void mean_skewedRatings_coversAsDocumented() {
        Trials trials = new Trials("Mean of skewed ratings");
        double[] least = {.91, .93, .935};
        int[] sizes = {30, 100, 300};
        for (int i = 0; i < sizes.length; i++) {
            int n = sizes[i];
            trials.cell(() -> holds(Mean.of(trials.ratings(n, .05, .03, .07, .15, .7)), 4.42));
            assertThat(trials.last()).as("n %d", n).isGreaterThan(least[i]);
        }
        trials.tell();
    }

    private static boolean holds(Mean mean, double truth) {
        return mean.low() <= truth && truth <= mean.high();
    }

    @Test
    void meanDifference_unequalSizesAndVariances_coversAsPromised() {
        Trials trials = new Trials("MeanDifference");
        for (int[] n : new int[][] {{5, 5}, {10, 40}, {40, 10}, {60, 60}}) {
            for (double deviation : new double[] {.5, 1, 3}) {
                trials.cell(() -> {
                    MeanDifference found =
                            MeanDifference.of(trials.normal(n[0], 4, deviation), trials.normal(n[1], 3.5, 1));
                    return found.low() <= .5 && .5 <= found.high();
                });
            }
        }
        assertCovers(trials, 0.93);
    }

    @Test
    void differenceInDifferences_shares_coversAsPromised() {
        Trials trials = new Trials("DifferenceInDifferences of shares");
        for (int[] n : SIZES) {
            for (double[] p : SHARES) {
                Trials.Binomial treatedBefore = trials.new Binomial(n[0], p[0]);
                Trials.Binomial treatedAfter = trials.new Binomial(n[0], p[1]);
                Trials.Binomial controlBefore = trials.new Binomial(n[1], p[0]);
                Trials.Binomial controlAfter = trials.new Binomial(n[1], p[0]);
                double truth = p[1] - p[0];
                trials.cell(() -> {
                    DifferenceInDifferences found = DifferenceInDifferences.ofShares(
                            treatedBefore.draw(), treatedAfter.draw(), controlBefore.draw(), controlAfter.draw());
                    return found.low() <= truth && truth <= found.high();
                });
            }
        }
        assertCovers(trials, 0.93);
    }

    @Test
    void differenceInDifferences_nets_coversAsPromised() {
        Trials trials = new Trials("DifferenceInDifferences of nets");
        for (int[] n : new int[][] {{10, 10}, {20, 30}, {100, 40}}) {
            for (int i = 0; i < NETS.length; i++) {
                double[] p = NETS[i];
                double[] q = NETS[(i + 3) % NETS.length];
                double truth = p[0] - p[1] - (q[0] - q[1]);
                trials.cell(() -> {
                    DifferenceInDifferences found = DifferenceInDifferences.ofNets(
                            trials.trinomial(n[0], q[0], q[1]),
                            trials.trinomial(n[0], p[0], p[1]),
                            trials.trinomial(n[1], .4, .2),
                            trials.trinomial(n[1], .4, .2));
                    return found.low() <= truth && truth <= found.high();
                });
            }
        }
        assertCovers(trials, 0.93);
    }

    @Test
    void differenceInDifferences_means_coversAsPromised() {
        Trials trials = new Trials("DifferenceInDifferences of means");
        for (int[] n : new int[][] {{5, 5}, {10, 40}, {60, 30}}) {
            trials.cell(() -> {
                DifferenceInDifferences found = DifferenceInDifferences.ofMeans(
                        trials.normal(n[0], 4, 1),
                        trials.normal(n[0], 4.8, 1.5),
                        trials.normal(n[1], 3, 1),
                        trials.normal(n[1], 3.3, .7));
                return found.low() <= .5 && .5 <= found.high();
            });
        }
        assertCovers(trials, 0.935);
    }

    private static void assertCovers(Trials trials, double floor) {
        trials.tell();
        assertThat(trials.average()).isBetween(0.935, 0.965);
        assertThat(trials.least()).isGreaterThanOrEqualTo(floor);
    }
}
