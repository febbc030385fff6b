package huisheng.insight.series;

/** Reads a series bucket by bucket and says at each what comes next. Mutable, for one thread. */
interface Forecaster {
    /** @param weight of the value between 0, where it is missing, and 1 */
    void observe(double value, double weight);

    /** @param buckets after the last one observed, from 1 on */
    double ahead(int buckets);
}
