package huisheng.insight.change;

import org.jspecify.annotations.Nullable;

/**
 * A value whose part of the reviews grew or shrank, which moves the whole although nothing in it changed.
 *
 * @param nA reviews of the value in window A
 * @param weightA part of the window's reviews, 0 to 1
 * @param measure of the value, the middle of both windows; what a cause explains is left out
 * @param contribution to the change of the whole: Kitagawa's mix effect
 * @param shareOfChange null where the change is within chance
 * @param q that the part of the reviews changed: false discovery rate over all values
 */
public record Shift(
        String dimension,
        String value,
        long nA,
        long nB,
        double weightA,
        double weightB,
        double measure,
        double contribution,
        @Nullable Double shareOfChange,
        double q) {}
