package huisheng.insight;

import huisheng.insight.statistics.EffectPower;
import huisheng.insight.statistics.MeanPower;
import huisheng.insight.statistics.SharePower;
import org.jspecify.annotations.Nullable;

/**
 * What a pilot of this size can find at 0.05.
 *
 * @param relevant the least difference worth acting on, in the unit of the measure
 * @param power chance to find that
 * @param detectable the least difference found with a chance of 80 %; null where even the largest is not
 * @param neededPerArm reviews of each arm with which the relevant difference is found with that chance
 */
public record PilotPower(
        double relevant, double power, @Nullable Double detectable, long neededPerArm) {
    /** Null where the measure doesn't vary at all. */
    static @Nullable PilotPower of(Measured a, Measured b, double relevant, int better) {
        if (!a.enough() || !b.enough()) return null;
        if (a instanceof Measured.Rate rate) return ofShares(rate, b.n(), relevant, better);
        double first = deviation(a);
        double second = deviation(b);
        if (first + second == 0) return null;
        return new PilotPower(
                relevant,
                MeanPower.of(relevant, first, a.n(), second, b.n()),
                MeanPower.detectable(first, a.n(), second, b.n()),
                MeanPower.perArm(relevant, first, second));
    }

    private static PilotPower ofShares(Measured.Rate a, long n, double relevant, int better) {
        double share = (double) a.k() / a.n();
        boolean room = better > 0 ? share + relevant <= 1 : share - relevant >= 0;
        // where there is no room on the better side, the other tells as much
        boolean up = better > 0 == room;
        double other = Math.clamp(up ? share + relevant : share - relevant, 0, 1);
        var detectable = SharePower.detectable(up ? share : 1 - share, a.n(), n);
        return new PilotPower(
                relevant,
                SharePower.of(share, a.n(), other, n),
                detectable.isPresent() ? detectable.getAsDouble() : null,
                SharePower.perArm(share, other));
    }

    private static double deviation(Measured measured) {
        if (measured instanceof Measured.Balance balance) return balance.deviation();
        return Math.sqrt(((Measured.Stars) measured).sample().variance());
    }

    /** With controls, whose error adds to that of the arms: from the error of the difference of differences itself. */
    static @Nullable PilotPower of(Difference difference, long perArm, double relevant) {
        double error = (difference.high() - difference.low()) / (2 * EffectPower.Z95);
        if (!(error > 0)) return null;
        double detectable = EffectPower.detectable(error);
        double needed = perArm * (detectable / relevant) * (detectable / relevant);
        return new PilotPower(relevant, EffectPower.of(relevant, error), detectable, (long) Math.ceil(needed));
    }
}
