package huisheng.insight.change;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A conjunction of one to three values of different dimensions, by their ranks in a {@link Grid}. Immutable. */
final class Condition {
    static final int MAX_DEPTH = 3;
    private final int[] dimensions;
    private final int[] codes;

    /** @param dimensions ascending */
    private Condition(int[] dimensions, int[] codes) {
        this.dimensions = dimensions;
        this.codes = codes;
    }

    static Condition of(int dimension, int code) {
        return new Condition(new int[] {dimension}, new int[] {code});
    }

    Condition and(int dimension, int code) {
        int depth = dimensions.length;
        int[] ds = Arrays.copyOf(dimensions, depth + 1);
        int[] cs = Arrays.copyOf(codes, depth + 1);
        int at = depth;
        for (; at > 0 && ds[at - 1] > dimension; at--) {
            ds[at] = ds[at - 1];
            cs[at] = cs[at - 1];
        }
        ds[at] = dimension;
        cs[at] = code;
        return new Condition(ds, cs);
    }

    int depth() {
        return dimensions.length;
    }

    int dimension(int i) {
        return dimensions[i];
    }

    int code(int i) {
        return codes[i];
    }

    /** Dimension → value. */
    Map<String, String> named(Grid grid) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < dimensions.length; i++) {
            named.put(grid.cube().dimensions().get(dimensions[i]), grid.value(dimensions[i], codes[i]));
        }
        return Collections.unmodifiableMap(named);
    }

    /**
     * Nats that it takes to say which of all conditions of this depth it is. A deeper one has to explain that much
     * more: J. Rissanen, "Modeling by shortest data description", Automatica 14 (1978), 465–471.
     */
    double length(Grid grid) {
        double length = 0;
        for (int i = 0; i < dimensions.length; i++) {
            length += Math.log(grid.width(dimensions[i])) + Math.log((grid.dimensions() - i) / (i + 1.0));
        }
        return length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition that
                && Arrays.equals(dimensions, that.dimensions)
                && Arrays.equals(codes, that.codes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(dimensions) + Arrays.hashCode(codes);
    }
}
