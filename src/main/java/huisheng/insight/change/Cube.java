package huisheng.insight.change;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Reviews of two windows, A before and B after, counted by the values of several dimensions. A review lies in one cell;
 * what it may have several of, like aspects, is asked of {@link Contributors}. Immutable.
 */
public final class Cube {
    public static final int MAX_DIMENSIONS = 8;
    public static final int MAX_CELLS = 200_000;
    /** The value of reviews that have none: counted, never named as a cause. */
    public static final String NONE = "";

    private final Measure measure;
    private final List<String> dimensions;
    private final List<List<String>> values;
    private final int[] codes;
    private final double[] sums;

    private Cube(Builder builder) {
        this.measure = builder.measure;
        this.dimensions = builder.dimensions;
        this.values = builder.values.stream().map(List::copyOf).toList();
        this.codes = Arrays.copyOf(builder.codes, builder.cells * builder.dimensions.size());
        this.sums = Arrays.copyOf(builder.sums, builder.cells * Sums.WIDTH);
    }

    public Measure measure() {
        return measure;
    }

    public List<String> dimensions() {
        return dimensions;
    }

    public int cells() {
        return sums.length / Sums.WIDTH;
    }

    /** Distinct values of a dimension in the order they came; a cell holds their index. */
    List<String> values(int dimension) {
        return values.get(dimension);
    }

    int code(int cell, int dimension) {
        return codes[cell * dimensions.size() + dimension];
    }

    /** A copy of the cells, see {@link Sums}; nothing is expected yet. */
    double[] sums() {
        return sums.clone();
    }

    /** The cells added up by the values of a dimension. */
    double[] sums(int dimension) {
        double[] byValue = new double[values.get(dimension).size() * Sums.WIDTH];
        for (int cell = 0; cell < cells(); cell++) {
            Sums.add(sums, cell * Sums.WIDTH, byValue, code(cell, dimension) * Sums.WIDTH);
        }
        return byValue;
    }

    /** Collects cells; for one thread. */
    public static final class Builder {
        private final Measure measure;
        private final List<String> dimensions;
        private final List<List<String>> values = new ArrayList<>();
        private final List<Map<String, Integer>> index = new ArrayList<>();
        private int[] codes;
        private double[] sums = new double[64 * Sums.WIDTH];
        private int cells;

        /** @throws IllegalArgumentException where there are none, more than {@link #MAX_DIMENSIONS}, or one twice */
        public Builder(Measure measure, List<String> dimensions) {
            int size = dimensions.size();
            if (size < 1 || size > MAX_DIMENSIONS) {
                throw new IllegalArgumentException(size + " dimensions, not 1 to " + MAX_DIMENSIONS);
            }
            if (new HashSet<>(dimensions).size() < size) throw new IllegalArgumentException("twice in " + dimensions);
            this.measure = measure;
            this.dimensions = List.copyOf(dimensions);
            this.codes = new int[64 * size];
            for (int i = 0; i < size; i++) {
                values.add(new ArrayList<>());
                index.add(new HashMap<>());
            }
        }

        /**
         * Adds a cell; one that comes again adds to what it had.
         *
         * @param at one value a dimension, {@link #NONE} for none
         * @throws IllegalArgumentException where values are missing, a share has more hits than reviews, or there are
         *     more than {@link #MAX_CELLS}
         */
        @CanIgnoreReturnValue
        public Builder add(List<String> at, Totals a, Totals b) {
            if (at.size() != dimensions.size()) {
                throw new IllegalArgumentException(at.size() + " values for " + dimensions);
            }
            if (cells == MAX_CELLS) throw new IllegalArgumentException("more than " + MAX_CELLS + " cells");
            check(a);
            check(b);
            grow();
            for (int i = 0; i < at.size(); i++) codes[cells * at.size() + i] = code(i, at.get(i));
            int start = cells * Sums.WIDTH;
            sums[start + Sums.NA] = a.n();
            sums[start + Sums.NB] = b.n();
            sums[start + Sums.SA] = a.sum();
            sums[start + Sums.SB] = b.sum();
            sums[start + Sums.QA] = a.squares();
            sums[start + Sums.QB] = b.squares();
            cells++;
            return this;
        }

        public Cube build() {
            return new Cube(this);
        }

        private void check(Totals totals) {
            if (measure == Measure.SHARE && (totals.sum() < 0 || totals.sum() > totals.n())) {
                throw new IllegalArgumentException(totals.sum() + " of " + totals.n() + " is no share");
            }
        }

        private int code(int dimension, String value) {
            List<String> known = values.get(dimension);
            Integer code = index.get(dimension).putIfAbsent(value, known.size());
            if (code != null) return code;
            known.add(value);
            return known.size() - 1;
        }

        private void grow() {
            if ((cells + 1) * Sums.WIDTH <= sums.length) return;
            sums = Arrays.copyOf(sums, sums.length * 2);
            codes = Arrays.copyOf(codes, codes.length * 2);
        }
    }
}
