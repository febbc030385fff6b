package huisheng.insight.series;

/** What a bucket's value is, from which follow its sampling noise and its bounds. */
public enum Measure {
    /** Events in the bucket, from 0 on; varies like an overdispersed Poisson count. */
    COUNT,
    /** k of n, from 0 to 1; varies like an overdispersed binomial share. */
    SHARE,
    /** Mean of n values, between bounds given; varies with a variance estimated from the series. */
    MEAN;

    /** Variance of one value of that mean, up to the dispersion (the variance function of a generalised linear model). */
    double variance(double mean) {
        return switch (this) {
            case COUNT -> Math.max(0, mean);
            case SHARE -> Math.max(0, mean * (1 - mean));
            case MEAN -> 1;
        };
    }

    double low() {
        return this == MEAN ? Double.NEGATIVE_INFINITY : 0;
    }
}
