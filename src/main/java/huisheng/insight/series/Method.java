package huisheng.insight.series;

/** How a forecast was made. */
public enum Method {
    /** What was one season ago comes again. */
    SEASONAL_NAIVE,
    /** Simple exponential smoothing: a level. */
    SIMPLE,
    /** Holt's method with a damped trend: level and trend. */
    DAMPED_TREND,
    /** Holt and Winters' additive method without a trend: level and season. */
    SEASONAL,
    /** Holt and Winters' additive method with a damped trend. */
    SEASONAL_DAMPED_TREND
}
