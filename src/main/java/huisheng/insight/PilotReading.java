package huisheng.insight;

import huisheng.insight.statistics.FalseDiscovery;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One measure of both arms.
 *
 * @param aspect whose opinions alone are meant; null for the whole reviews
 * @param controlA of the controls, null like {@code controlB} where there are none
 * @param difference B minus A; with controls, beyond the difference of these. Null where a figure is insufficient
 * @param helps whether B lies on the better side by more than chance; null like {@code hurts} without a difference
 * @param q false discovery rate over the list that the measure is in; p itself of the primary one
 */
public record PilotReading(
        String measure,
        @Nullable String aspect,
        Figure a,
        Figure b,
        @Nullable Figure controlA,
        @Nullable Figure controlB,
        @Nullable Difference difference,
        @Nullable Boolean helps,
        @Nullable Boolean hurts,
        @Nullable Double q) {
    static final double ALPHA = 0.05;

    /** What is asked of the arms. */
    record Wanted(PilotMeasure measure, String aspect) {
        boolean ofAspect() {
            return !aspect.isBlank();
        }

        Measured of(PilotArm arm) {
            return arm.measured(measure, ofAspect());
        }
    }

    static List<PilotReading> of(PilotArms arms, List<Wanted> wanted) {
        List<@Nullable Difference> differences = new ArrayList<>();
        for (Wanted each : wanted) differences.add(difference(arms, each));
        double[] q = FalseDiscovery.q(differences.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Difference::p)
                .toArray());
        List<PilotReading> readings = new ArrayList<>();
        int tested = 0;
        for (int i = 0; i < wanted.size(); i++) {
            Difference difference = differences.get(i);
            readings.add(reading(arms, wanted.get(i), difference, difference == null ? 1 : q[tested++]));
        }
        return readings;
    }

    private static PilotReading reading(PilotArms arms, Wanted wanted, @Nullable Difference difference, double q) {
        PilotArm controlA = arms.controlA();
        PilotArm controlB = arms.controlB();
        boolean tested = difference != null;
        double gain = difference == null ? 0 : difference.effect() * wanted.measure.better;
        return new PilotReading(
                wanted.measure.label(),
                wanted.ofAspect() ? wanted.aspect : null,
                wanted.of(arms.a()).figure(),
                wanted.of(arms.b()).figure(),
                controlA == null ? null : wanted.of(controlA).figure(),
                controlB == null ? null : wanted.of(controlB).figure(),
                difference,
                tested ? gain > 0 && q < ALPHA : null,
                tested ? gain < 0 && q < ALPHA : null,
                tested ? q : null);
    }

    private static @Nullable Difference difference(PilotArms arms, Wanted wanted) {
        Measured a = wanted.of(arms.a());
        Measured b = wanted.of(arms.b());
        if (!a.enough() || !b.enough()) return null;
        PilotArm controlA = arms.controlA();
        PilotArm controlB = arms.controlB();
        if (controlA == null || controlB == null) return b.against(a);
        Measured before = wanted.of(controlA);
        Measured after = wanted.of(controlB);
        return before.enough() && after.enough() ? b.beyond(a, after, before) : null;
    }
}
