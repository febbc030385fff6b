package huisheng.insight.series;

/**
 * How a method fared on the latest part of the series: fitted to what comes before it, then asked at each origin for what
 * comes next. Errors are scaled by the mean absolute error of seasonal naive one season ahead on the part before: R. J.
 * Hyndman and A. B. Koehler, "Another look at measures of forecast accuracy", International J. Forecasting 22 (2006),
 * 679–688.
 *
 * @param origins buckets from which forecasts were made
 * @param horizon buckets ahead, at most
 * @param mase mean absolute scaled error of the method chosen
 * @param naiveMase that of seasonal naive over the same buckets
 */
public record Backtest(int origins, int horizon, double mase, double naiveMase) {}
