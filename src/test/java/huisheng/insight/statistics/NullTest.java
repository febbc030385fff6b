package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where there is nothing to find, p falls below 0.05 no more often than that. */
class NullTest {
    private static final int[][] SIZES = {{10, 10}, {20, 30}, {50, 50}, {100, 40}, {200, 200}, {1000, 300}};
    private static final double[] SHARES = {.02, .1, .3, .5, .9};

    @Test
    void shareDifference_equalShares_isRarelyFound() {
        Trials trials = new Trials("ShareDifference p");
        for (int[] n : SIZES) {
            for (double share : SHARES) {
                Trials.Binomial first = trials.new Binomial(n[0], share);
                Trials.Binomial second = trials.new Binomial(n[1], share);
                trials.cell(
                        () -> ShareDifference.of(first.draw(), second.draw()).p() < .05);
            }
        }
        assertRare(trials, 0.066);
    }

    @Test
    void ratio_equalShares_isRarelyFound() {
        Trials trials = new Trials("Ratio p");
        for (int[] n : SIZES) {
            for (double share : SHARES) {
                Trials.Binomial first = trials.new Binomial(n[0], share);
                Trials.Binomial second = trials.new Binomial(n[1], share);
                trials.cell(() -> Ratio.of(first.draw(), second.draw()).p() < .05);
            }
        }
        assertRare(trials, 0.066);
    }

    @Test
    void logOdds_equalShares_isRarelyFound() {
        Trials trials = new Trials("LogOdds p");
        for (double strength : new double[] {1, 20, 200}) {
            for (int[] n : SIZES) {
                for (double share : SHARES) {
                    Trials.Binomial first = trials.new Binomial(n[0], share);
                    Trials.Binomial second = trials.new Binomial(n[1], share);
                    trials.cell(() -> {
                        Proportion a = first.draw();
                        Proportion b = second.draw();
                        return LogOdds.of(a.k(), a.n(), b.k(), b.n(), strength).p() < .05;
                    });
                }
            }
        }
        assertRare(trials, 0.06);
    }

    @Test
    void netDifference_equalNets_isRarelyFound() {
        Trials trials = new Trials("NetDifference p");
        double[][] nets = {{.5, .3, .5, .3}, {.8, .1, .7, 0}, {.95, .02, .94, .01}, {.3, .3, .1, .1}, {.1, .6, .25, .75}
        };
        for (int[] n : new int[][] {{10, 10}, {20, 30}, {100, 40}}) {
            for (double[] p : nets) {
                trials.cell(() ->
                        NetDifference.of(trials.trinomial(n[0], p[0], p[1]), trials.trinomial(n[1], p[2], p[3]))
                                        .p()
                                < .05);
            }
        }
        assertRare(trials, 0.066);
    }

    @Test
    void meanDifference_equalMeans_isRarelyFound() {
        Trials trials = new Trials("MeanDifference p");
        for (int[] n : new int[][] {{5, 5}, {10, 40}, {40, 10}, {60, 60}}) {
            for (double deviation : new double[] {.5, 1, 3}) {
                trials.cell(() -> MeanDifference.of(trials.normal(n[0], 4, deviation), trials.normal(n[1], 4, 1))
                                .p()
                        < .05);
            }
        }
        assertRare(trials, 0.066);
    }

    @Test
    void differenceInDifferences_movedAlike_isRarelyFound() {
        Trials trials = new Trials("DifferenceInDifferences p");
        for (int[] n : SIZES) {
            for (double share : SHARES) {
                Trials.Binomial treated = trials.new Binomial(n[0], share);
                Trials.Binomial control = trials.new Binomial(n[1], share);
                trials.cell(() ->
                        DifferenceInDifferences.ofShares(treated.draw(), treated.draw(), control.draw(), control.draw())
                                        .p()
                                < .05);
            }
        }
        assertRare(trials, 0.066);
    }

    @Test
    void contingencyTable_independentRowsAndColumns_isRarelyFound() {
        Trials trials = new Trials("ContingencyTable p");
        Trials cells = new Trials("ContingencyTable least q");
        for (int n : new int[] {60, 200, 1000}) {
            trials.cell(() -> {
                ContingencyTable found = ContingencyTable.of(independent(trials, n));
                return found.sufficient() && found.p() < .05;
            });
            cells.cell(() -> ContingencyTable.of(independent(cells, n)).cells().stream()
                    .flatMap(row -> row.stream())
                    .anyMatch(cell -> cell.q() < .05));
        }
        assertRare(trials, 0.056);
        assertRare(cells, 0.056);
    }

    private static long[][] independent(Trials trials, int n) {
        long[][] counts = new long[4][3];
        double[] rows = {.4, .7, .9, 1};
        double[] columns = {.5, .8, 1};
        for (int i = 0; i < n; i++) counts[pick(trials, rows)][pick(trials, columns)]++;
        return counts;
    }

    private static int pick(Trials trials, double[] cumulative) {
        double where = trials.random().nextDouble();
        int picked = 0;
        while (where >= cumulative[picked]) picked++;
        return picked;
    }

    @Test
    void sampleRatio_armsAsWeighted_raisesNoAlarm() {
        Trials trials = new Trials("SampleRatio p");
        Trials alarms = new Trials("SampleRatio alarms");
        for (int n : new int[] {50, 400, 3000}) {
            for (double share : new double[] {.5, .8}) {
                Trials.Binomial arm = trials.new Binomial(n, share);
                Trials.Binomial other = alarms.new Binomial(n, share);
                trials.cell(() -> ratio(arm.draw(), share).p() < .05);
                alarms.cell(() -> ratio(other.draw(), share).mismatch());
            }
        }
        assertRare(trials, 0.066);
        alarms.tell();
        assertThat(alarms.average()).isLessThanOrEqualTo(0.0015);
    }

    private static SampleRatio ratio(Proportion arm, double share) {
        return SampleRatio.of(new long[] {arm.k(), arm.n() - arm.k()}, new double[] {share, 1 - share});
    }

    /** @param ceiling of the worst cell, where counts are few and their steps coarse */
    private static void assertRare(Trials trials, double ceiling) {
        trials.tell();
        assertThat(trials.average()).isLessThanOrEqualTo(0.0525);
        assertThat(trials.most()).isLessThanOrEqualTo(ceiling);
    }
}
