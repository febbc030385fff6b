package huisheng.insight.series;

/**
 * A stretch of buckets in which something is said more often.
 *
 * @param start first bucket of it
 * @param earliest and {@code latest}: 95 % of the plausible starts
 * @param end first bucket after it; the number of buckets where it goes on
 * @param rise buckets until it reached its height, most likely; 0 where it did so at once
 * @param before share before the start, 0 to 1; 0 where it was never said
 * @param during share from the start to the end
 * @param p probability that chance alone shows such a stretch anywhere in the series
 */
public record Burst(int start, int earliest, int latest, int end, int rise, double before, double during, double p) {}
