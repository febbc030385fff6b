package huisheng.insight.series;

/**
 * Where a level shifted. Levels are means over the season, in the measure's unit.
 *
 * @param bucket first with the new level
 * @param earliest and {@code latest}: 95 % confidence set of {@code bucket}
 * @param before level since the change before this one, or the start
 * @param after level until the next change, or the end
 * @param p probability that a series without changes shows such a one anywhere
 */
public record ChangePoint(int bucket, int earliest, int latest, double before, double after, double p) {}
