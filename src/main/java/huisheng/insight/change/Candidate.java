package huisheng.insight.change;

import java.util.Arrays;

/** A segment that changed unlike the rest. */
final class Candidate {
    private final Condition condition;
    private final double[] sums;
    private final double z;
    private final double score;

    Candidate(Condition condition, double[] sets, int at, double z, Grid grid) {
        this.condition = condition;
        this.sums = Arrays.copyOfRange(sets, at, at + Sums.WIDTH);
        this.z = z;
        this.score = z * z / 2 - condition.length(grid);
    }

    Condition condition() {
        return condition;
    }

    /** See {@link Sums}. */
    double[] sums() {
        return sums;
    }

    double z() {
        return z;
    }

    double p() {
        return ChangeStatistic.p(z);
    }

    /** Nats by which the data are told shorter with this segment than without. */
    double score() {
        return score;
    }
}
