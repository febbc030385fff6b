package huisheng.index;

import huisheng.review.Dimension;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reviews of a selection, counted by the values of some dimensions and by period. A review with several values in a
 * dimension, such as aspects, is counted under each. Where aspects are among the dimensions, the stance counted is that
 * of the opinions on the aspect; else the review's own.
 *
 * @param starts of the periods, in order; empty where periods were not asked for
 * @param cells those that hold a review, in no order to rely on
 */
public record Tally(List<Instant> starts, List<Cell> cells) {
    public Tally {
        starts = List.copyOf(starts);
        cells = List.copyOf(cells);
    }

    /**
     * What is counted by.
     *
     * @param axes at most {@value #MAX_AXES}
     * @param interval null for the whole period at once
     * @param maxCells at most {@value #MAX_CELLS}
     */
    public record By(List<Axis> axes, @Nullable Interval interval, int maxCells) {
        public static final int MAX_AXES = 8;
        public static final int MAX_CELLS = 200_000;

        public By {
            axes = List.copyOf(axes);
            if (axes.size() > MAX_AXES) throw new IllegalArgumentException("at most " + MAX_AXES + " axes");
            if (maxCells < 1 || maxCells > MAX_CELLS) {
                throw new IllegalArgumentException("1 to " + MAX_CELLS + " cells, not " + maxCells);
            }
        }

        public static By all(Dimension... dimensions) {
            return new By(java.util.Arrays.stream(dimensions).map(Axis::all).toList(), null, MAX_CELLS);
        }

        public By per(Interval wanted) {
            return new By(axes, wanted, maxCells);
        }
    }

    /**
     * @param values that are counted, {@code ""} for reviews without a value; empty for all there are, at most
     *     {@value #MAX_VALUES}
     */
    public record Axis(Dimension dimension, List<String> values) {
        public static final int MAX_VALUES = 50_000;

        public Axis {
            values = List.copyOf(values);
        }

        public static Axis all(Dimension dimension) {
            return new Axis(dimension, List.of());
        }
    }

    /**
     * @param values one per axis, {@code ""} where the reviews have none
     * @param period index into {@code starts}, 0 where periods were not asked for
     * @param rated how many of the {@link #n} have stars
     * @param ratingSum of their stars, and {@code ratingSquares} of the squares of these
     */
    public record Cell(
            List<String> values, int period, StanceCounts stances, long rated, long ratingSum, long ratingSquares) {
        public Cell {
            values = List.copyOf(values);
        }

        public long n() {
            return stances.n();
        }

        public String value(int axis) {
            return values.get(axis);
        }
    }
}
