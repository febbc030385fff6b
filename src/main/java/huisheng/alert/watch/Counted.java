package huisheng.alert.watch;

import huisheng.alert.rule.WatchMeasure;
import huisheng.index.Tally;
import huisheng.insight.statistics.MeanDifference;
import huisheng.insight.statistics.Sample;
import huisheng.insight.statistics.ShareDifference;
import java.time.Duration;

/** What a measure is made of, in one stretch of time. Grows while it is counted. */
final class Counted {
    private static final double SMALLEST = 1e-9;

    private final WatchMeasure measure;
    private final Duration length;
    private long n;
    private long hits;
    private double sum;
    private double squares;

    Counted(WatchMeasure measure, Duration length) {
        this.measure = measure;
        this.length = length;
    }

    void add(Tally.Cell cell) {
        var stances = cell.stances();
        switch (measure) {
            case NEGATIVE -> {
                n += stances.scored();
                hits += stances.negative();
            }
            case NET -> {
                n += stances.scored();
                sum += stances.positive() - stances.negative();
                squares += stances.positive() + stances.negative();
            }
            case RATING -> {
                n += cell.rated();
                sum += cell.ratingSum();
                squares += cell.ratingSquares();
            }
            default -> n += cell.n();
        }
    }

    void hit(long more) {
        hits += more;
    }

    long n() {
        return n;
    }

    double value() {
        if (measure == WatchMeasure.VOLUME) return n;
        if (n == 0) return 0;
        return measure.isShare() ? (double) hits / n : sum / n;
    }

    /** A volume as it would be in a stretch of another length. */
    double value(Duration other) {
        if (measure != WatchMeasure.VOLUME) return value();
        return (double) n * other.toSeconds() / length.toSeconds();
    }

    /** Probability that chance alone brings it as far above (below) what the other is. */
    double against(Counted baseline, boolean above) {
        if (measure.isShare()) {
            ShareDifference difference = ShareDifference.of(hits, n, baseline.hits, baseline.n);
            return difference.effect() > 0 == above ? difference.p() / 2 : 1;
        }
        if (measure == WatchMeasure.VOLUME) {
            double scale = (double) length.toSeconds() / baseline.length.toSeconds();
            double error = Math.sqrt(Math.max(1, n) + baseline.n * scale * scale);
            return Chance.above((above ? 1 : -1) * (n - baseline.n * scale) / error);
        }
        MeanDifference difference = MeanDifference.of(sample(), baseline.sample());
        return difference.effect() > 0 == above ? difference.p() / 2 : 1;
    }

    /** The same against a fixed value. */
    double against(double limit, boolean above) {
        double error = switch (measure) {
            case VOLUME -> Math.sqrt(Math.max(1, limit));
            case NET, RATING -> Math.sqrt(sample().variance() / n);
            default -> Math.sqrt(Math.max(SMALLEST, limit * (1 - limit)) / n);
        };
        return Chance.above((above ? 1 : -1) * (value() - limit) / Math.max(SMALLEST, error));
    }

    private Sample sample() {
        double mean = sum / n;
        return new Sample(n, mean, Math.max(0, (squares - n * mean * mean) / (n - 1)));
    }

    /** For sentences. */
    String told(double value) {
        String pattern = measure.isShare() ? "%.1f%%" : measure == WatchMeasure.VOLUME ? "%.0f" : "%.2f";
        return String.format(java.util.Locale.ROOT, pattern, measure.isShare() ? value * 100 : value);
    }
}
