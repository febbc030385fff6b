package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.index.Tally;
import huisheng.insight.ask.Asked;
import huisheng.insight.statistics.SampleRatio;
import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.Period;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads from a question which reviews are in which arm, and what is looked at besides the primary measure. */
final class PilotDesign {
    private PilotDesign() {}

    static PilotArms of(Asked asked, ReviewSnapshot now) throws IOException {
        Optional<Period> before = asked.get(Pilot.BEFORE);
        boolean labels = !together(asked.get(Pilot.A), asked.get(Pilot.B), "a", "b");
        boolean controls = together(asked.get(Pilot.CONTROL_A), asked.get(Pilot.CONTROL_B), "controlA", "controlB");
        if (controls && before.isPresent()) {
            throw new Fault(
                    "controlA、controlB 与 beforeFrom 只能用一种", "use either controlA and controlB or beforeFrom, not both");
        }
        List<String> variants = labels ? variants(asked, now) : List.of();
        Sides sides = labels
                ? Sides.of(asked, now, variants.get(0), variants.get(1))
                : Sides.of(asked, now, asked.get(Pilot.A), asked.get(Pilot.B));
        String aspect = asked.get(Pilot.ASPECT);
        PilotArm a = PilotArm.of(now, sides.a(), sides.first(), aspect);
        PilotArm b = PilotArm.of(now, sides.b(), sides.second(), aspect);
        PilotArm controlA = null;
        PilotArm controlB = null;
        if (controls) {
            Sides control = Sides.of(asked, now, asked.get(Pilot.CONTROL_A), asked.get(Pilot.CONTROL_B));
            controlA = PilotArm.of(now, control.a(), control.first(), aspect);
            controlB = PilotArm.of(now, control.b(), control.second(), aspect);
        } else if (before.isPresent()) {
            Period earlier = earlier(asked, before.get());
            controlA = PilotArm.of(now, sides.a(), sides.first().during(earlier), aspect);
            controlB = PilotArm.of(now, sides.b(), sides.second().during(earlier), aspect);
        }
        return new PilotArms(a, b, controlA, controlB, sides.both(), ratio(asked, a, b, labels));
    }

    private static boolean together(String one, String other, String name, String otherName) {
        if (one.isBlank() == other.isBlank()) return !one.isBlank();
        throw new Fault(name + " 与 " + otherName + " 要一起给出", name + " and " + otherName + " belong together");
    }

    private static Period earlier(Asked asked, Period before) {
        if (!before.until().isAfter(asked.period().from())) return before;
        throw new Fault("试行之前的时段要在时段开始前结束", "the stretch before must end before the period starts");
    }

    /** Queries of the two most frequent labels, in order; of labels nobody has where there are fewer. */
    private static List<String> variants(Asked asked, ReviewSnapshot now) throws IOException {
        Tally tally = now.tally(asked.selection(), Tally.By.all(Dimension.VARIANT));
        List<String> labels = new ArrayList<>(tally.cells().stream()
                .filter(cell -> !cell.value(0).isEmpty())
                .sorted(Comparator.comparingLong((Tally.Cell cell) -> -cell.n()).thenComparing(cell -> cell.value(0)))
                .limit(2)
                .map(cell -> cell.value(0))
                .toList());
        for (String label : List.of("A", "B")) {
            if (labels.size() < 2 && !labels.contains(label)) labels.add(label);
        }
        return labels.stream()
                .sorted()
                .map(label -> Dimension.VARIANT.key() + ":\"" + label.replaceAll("[\"“”＂]", " ") + "\"")
                .toList();
    }

    private static @Nullable SampleRatio ratio(Asked asked, PilotArm a, PilotArm b, boolean labels) {
        int share = asked.get(Pilot.SHARE_A);
        if (share == 0 && !labels) return null;
        double first = share == 0 ? 50 : share;
        return SampleRatio.of(new long[] {a.all().n(), b.all().n()}, new double[] {first, 100 - first});
    }

    static List<PilotReading.Wanted> secondary(PilotReading.Wanted primary, String aspect) {
        List<PilotReading.Wanted> wanted = new ArrayList<>();
        if (!aspect.isBlank()) {
            for (PilotMeasure measure : List.of(PilotMeasure.POSITIVE, PilotMeasure.NET, PilotMeasure.MENTION)) {
                wanted.add(new PilotReading.Wanted(measure, aspect));
            }
        }
        for (PilotMeasure measure : List.of(PilotMeasure.POSITIVE, PilotMeasure.NET, PilotMeasure.RATING)) {
            wanted.add(new PilotReading.Wanted(measure, ""));
        }
        wanted.remove(primary);
        return wanted;
    }

    /** What must not get worse. */
    static List<PilotReading.Wanted> guardrails(PilotReading.Wanted primary) {
        List<PilotReading.Wanted> wanted = new ArrayList<>();
        for (PilotMeasure measure : List.of(PilotMeasure.COMPLAINT, PilotMeasure.RISK, PilotMeasure.NEGATIVE)) {
            wanted.add(new PilotReading.Wanted(measure, ""));
        }
        wanted.remove(primary);
        return wanted;
    }
}
