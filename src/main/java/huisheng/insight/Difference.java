package huisheng.insight;

/**
 * How far two figures lie apart, with a 95 % interval.
 *
 * @param effect first minus second, in the unit of the measure, like the bounds
 * @param p two-sided, that they are the same
 */
public record Difference(double effect, double low, double high, double p) {}
