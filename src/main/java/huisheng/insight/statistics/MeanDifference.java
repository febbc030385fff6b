package huisheng.insight.statistics;

/**
 * How far two independent means lie apart, without the assumption of equal variances: B. L. Welch, "The generalization of
 * Student's problem when several different population variances are involved", Biometrika 34 (1947), 28–35; degrees of
 * freedom by F. E. Satterthwaite, "An approximate distribution of estimates of variance components", Biometrics Bulletin 2
 * (1946), 110–114.
 *
 * @param effect first mean minus second, in the unit of the measure, like the bounds of the 95 % interval
 * @param standardError 0 where neither sample varies: there is no test then, t is 0, p is 1, the bounds meet
 * @param p two-sided
 */
public record MeanDifference(
        double effect, double standardError, double low, double high, double t, double df, double p) {
    public static MeanDifference of(Sample first, Sample second) {
        return of(first.mean() - second.mean(), first, second);
    }

    /** @param effect a sum or difference of the means of independent samples, each counted once */
    static MeanDifference of(double effect, Sample... samples) {
        double error = 0;
        double freedom = 0;
        for (Sample sample : samples) error += sample.squaredError();
        if (error == 0) return new MeanDifference(effect, 0, effect, effect, 0, pooledDf(samples), 1);
        for (Sample sample : samples) {
            double part = sample.squaredError() / error;
            freedom += part * part / (sample.n() - 1);
        }
        double df = 1 / freedom;
        double standardError = Math.sqrt(error);
        double reach = StudentT.critical(0.05, df) * standardError;
        double t = effect / standardError;
        return new MeanDifference(
                effect, standardError, effect - reach, effect + reach, t, df, StudentT.twoSided(t, df));
    }

    private static double pooledDf(Sample... samples) {
        double df = 0;
        for (Sample sample : samples) df += sample.n() - 1;
        return df;
    }
}
