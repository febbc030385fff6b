package huisheng.insight.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is expected of each bucket of an adjusted series, by its neighbours between two shifts of level. */
final class Expectations {
    /** From here on a neighbour is no guide to what is usual. */
    private static final double UNUSUAL = 1e-3;

    private final Adjusted series;
    private final double[] neighbours;
    private final LocalLine line;
    private final int[] from;
    private final int[] until;
    private final double overall;

    /** @param changes shifts of level, over which no neighbour counts */
    private Expectations(Adjusted series, List<ChangePoint> changes) {
        this(
                series,
                changes,
                Spikes.cut(series, Dispersion.longRun(series)),
                Arrays.stream(series.value).average().orElse(0));
    }

    private Expectations(Adjusted series, List<ChangePoint> changes, double[] neighbours, double overall) {
        this.series = series;
        this.neighbours = neighbours;
        this.line = new LocalLine(series, neighbours);
        this.from = new int[series.size()];
        this.until = new int[series.size()];
        this.overall = overall;
        segments(changes);
    }

    /** After two rounds: with spikes cut, then cleaned. */
    static List<Expectation> of(Adjusted series) {
        return cleaned(series, ChangePoints.of(series)).round();
    }

    /**
     * Of the last value by what those before it say alone, shifts of level and dispersion included; null where they are too
     * few since the last shift.
     *
     * @param past the same without the last value
     */
    static @Nullable Expectation newest(Adjusted series, Adjusted past) {
        List<ChangePoint> changes = ChangePoints.of(past);
        Expectations before = cleaned(past, changes);
        double dispersion = Math.max(before.dispersion(false), before.dispersion(true));
        int last = series.size() - 1;
        Expectations all =
                new Expectations(series, changes, Arrays.copyOf(before.neighbours, series.size()), before.overall);
        all.line.fitPast(last, all.from[last]);
        return all.line.fits() ? all.expectation(last, dispersion) : null;
    }

    /** With what is usual in place of all that a first round found unusual. */
    private static Expectations cleaned(Adjusted series, List<ChangePoint> changes) {
        Expectations expectations = new Expectations(series, changes);
        for (Expectation one : expectations.round()) {
            if (one.p() < UNUSUAL) expectations.neighbours[one.at()] = one.level();
        }
        return expectations;
    }

    private void segments(List<ChangePoint> changes) {
        Arrays.fill(until, until.length);
        for (ChangePoint change : changes) {
            int at = Arrays.binarySearch(series.bucket, change.bucket());
            for (int i = 0; i < at; i++) until[i] = Math.min(until[i], at);
            Arrays.fill(from, at, from.length, at);
        }
    }

    private List<Expectation> round() {
        double between = dispersion(false);
        double past = Math.max(between, dispersion(true));
        List<Expectation> all = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            line.fit(i, from[i], until[i]);
            if (!line.fits()) continue;
            all.add(expectation(i, line.oneSided ? past : between));
        }
        return all;
    }

    /** Mean squared residual in units of the measure's variance, of lines through both sides or the past alone. */
    private double dispersion(boolean past) {
        double[] squares = new double[series.size()];
        int size = 0;
        for (int i = 0; i < squares.length; i++) {
            if (past) line.fitPast(i, from[i]);
            else line.fit(i, from[i], until[i]);
            if (!line.fits() || line.oneSided != past) continue;
            double level = level();
            double variance = series.measure.variance(level) * (1 / series.weight[i] + line.variance);
            double residual = series.value[i] - level;
            squares[size++] = variance == 0 ? 0 : residual * residual / variance;
        }
        double mean = Robust.clippedMean(squares, size);
        return series.measure == Measure.MEAN ? mean : Math.max(1, mean);
    }

    /** Of what is counted not below a quarter of the mean, so that nothing for weeks does not make one event a wonder. */
    private double level() {
        return switch (series.measure) {
            case COUNT -> Math.max(line.expected, overall / 4);
            case SHARE -> Math.clamp(line.expected, overall / 4, (1 + overall) / 2);
            case MEAN -> line.expected;
        };
    }

    private Expectation expectation(int i, double dispersion) {
        double level = level();
        double weight = series.weight[i];
        double variance = dispersion * series.measure.variance(level) * (1 / weight + line.variance);
        double freedom = Math.max(2, 0.6 * series.size());
        if (series.measure == Measure.MEAN) {
            return new Expectation(series, i, level, 1, new Tails.Smooth(level, Math.sqrt(variance), freedom));
        }
        double mean = level * weight;
        double spread = variance * weight * weight;
        if (mean <= 0) return new Expectation(series, i, level, weight, new Tails.Smooth(0, 0, 1));
        Tails tails = new Tails.Whole(mean, spread);
        // what makes events come in crowds is unknown, and so is the shape: the wider of two
        if (dispersion > 1) tails = new Tails.Wider(tails, new Tails.Smooth(mean, Math.sqrt(spread), freedom));
        return new Expectation(series, i, level, weight, tails);
    }
}
