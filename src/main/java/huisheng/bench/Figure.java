package huisheng.bench;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was measured.
 *
 * @param shape of the data it was measured with
 * @param value in {@code unit}; a median where it was measured several times
 * @param cpuMicros processor time of all measured processes together for one review or answer, in microseconds: unlike
 *     the value it hardly depends on what else runs on the machine
 */
public record Figure(
        String name,
        String shape,
        double value,
        String unit,
        @Nullable Goal goal,
        @Nullable Interval interval,
        @Nullable Baseline baseline,
        @Nullable Double cpuMicros) {
    /** What the value is to reach. */
    public record Goal(boolean atLeast, double limit) {
        static Goal atLeast(double limit) {
            return new Goal(true, limit);
        }

        static Goal atMost(double limit) {
            return new Goal(false, limit);
        }

        boolean metBy(double value) {
            return atLeast ? value >= limit : value <= limit;
        }
    }

    /**
     * What holds the value of whatever was measured in at least 95 of 100 runs.
     *
     * @param n samples that it is told from
     * @param low null where there are too few to tell
     * @param high null where there are too few to tell
     */
    public record Interval(
            int n, @Nullable Double low, @Nullable Double high) {}

    /** Something plainer, measured in the same run and the same unit. */
    public record Baseline(String name, double value) {}

    static Figure of(String name, String shape, double value, String unit) {
        return new Figure(name, shape, value, unit, null, null, null, null);
    }

    Figure to(Goal reach) {
        return new Figure(name, shape, value, unit, reach, interval, baseline, cpuMicros);
    }

    Figure within(Interval range) {
        return new Figure(name, shape, value, unit, goal, range, baseline, cpuMicros);
    }

    /** @param plainerValue not a number where its part of the bench was left out; then there is nothing to compare with */
    Figure against(String plainer, double plainerValue) {
        if (Double.isNaN(plainerValue)) return this;
        return new Figure(name, shape, value, unit, goal, interval, new Baseline(plainer, plainerValue), cpuMicros);
    }

    Figure cpu(double micros) {
        return new Figure(name, shape, value, unit, goal, interval, baseline, micros);
    }

    /** Null where there is no goal. */
    public @Nullable Boolean met() {
        Goal reach = goal;
        return reach == null ? null : reach.metBy(value);
    }

    /** How many times the baseline; null where there is none. */
    public @Nullable Double ratio() {
        Baseline plainer = baseline;
        return plainer == null ? null : value / plainer.value;
    }
}
