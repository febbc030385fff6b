package huisheng.insight.series;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The partition into stretches of one level each that costs least, a penalty per change included: R. Killick, P. Fearnhead
 * and I. A. Eckley, "Optimal detection of changepoints with a linear computational cost", JASA 107 (2012), 1590–1598.
 * Exact on the grid of positions; at most {@code (size / stride)² / 2} costs are taken, about 3 million.
 */
final class OptimalPartition {
    private static final int MAX_POSITIONS = 2_500;

    private OptimalPartition() {}

    /** Distance between the positions where a change may lie, 1 up to 2,500 values. */
    static int stride(int size) {
        return (size + MAX_POSITIONS - 1) / MAX_POSITIONS;
    }

    /**
     * Positions of the changes in order, each the first of its new level.
     *
     * @param margin least length of a stretch
     */
    static List<Integer> changes(SegmentCost cost, double penalty, int margin) {
        int stride = stride(cost.size());
        int positions = cost.size() / stride;
        int least = (margin + stride - 1) / stride;
        int[] previous = new int[positions + 1];
        double[] best = new double[positions + 1];
        best[0] = -penalty;
        Candidates candidates = new Candidates(positions);
        for (int t = 1; t <= positions; t++) {
            if (t >= least) candidates.add(t - least);
            int until = t == positions ? cost.size() : t * stride;
            best[t] = candidates.best(cost, best, penalty, stride, until);
            previous[t] = candidates.argument;
            candidates.prune(best, t, least);
        }
        return trace(previous, positions, stride);
    }

    private static List<Integer> trace(int[] previous, int positions, int stride) {
        Deque<Integer> changes = new ArrayDeque<>();
        for (int t = previous[positions]; t > 0; t = previous[t]) changes.addFirst(t * stride);
        return List.copyOf(changes);
    }

    /** Starts that the last stretch may still have. */
    private static final class Candidates {
        private final int[] start;
        private final double[] cost;

        /** When a start was first dominated; it stays a candidate until the dominating one may be used. */
        private final int[] dominated;

        private int size;
        int argument;

        Candidates(int positions) {
            start = new int[positions + 1];
            cost = new double[positions + 1];
            dominated = new int[positions + 1];
        }

        void add(int position) {
            start[size] = position;
            dominated[size++] = Integer.MAX_VALUE;
        }

        /** Least cost of all up to {@code until}; infinite where no stretch fits. */
        double best(SegmentCost segments, double[] best, double penalty, int stride, int until) {
            double least = Double.POSITIVE_INFINITY;
            argument = 0;
            for (int i = 0; i < size; i++) {
                cost[i] = best[start[i]] + segments.of(start[i] * stride, until);
                if (cost[i] + penalty < least) {
                    least = cost[i] + penalty;
                    argument = start[i];
                }
            }
            return least;
        }

        void prune(double[] best, int t, int least) {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                boolean worse = cost[i] > best[t];
                int since = worse ? Math.min(dominated[i], t) : dominated[i];
                if (since != Integer.MAX_VALUE && t >= since + least - 1) continue;
                start[kept] = start[i];
                dominated[kept++] = since;
            }
            size = kept;
        }
    }
}
