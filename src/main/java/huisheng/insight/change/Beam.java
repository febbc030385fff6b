package huisheng.insight.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The pairs that stand out most; only they are extended by a third value. */
final class Beam {
    static final int WIDTH = 2 * Long.SIZE;

    private record Pair(int d, int v, int e, int w, double z) {}

    private final Grid grid;
    private final PriorityQueue<Pair> pairs = new PriorityQueue<>(Comparator.comparingDouble(Pair::z));

    Beam(Grid grid) {
        this.grid = grid;
    }

    /** @param d before {@code e} */
    void offer(int d, int v, int e, int w, double z) {
        double strength = Math.abs(z);
        if (pairs.size() == WIDTH) {
            Pair least = pairs.element();
            if (least.z >= strength) return;
            pairs.remove();
        }
        pairs.add(new Pair(d, v, e, w, strength));
    }

    /** The cells of each pair, added up by every third value. */
    List<Extension> extend() {
        List<Extension> extensions = new ArrayList<>();
        for (Pair pair : pairs) extensions.add(new Extension(grid, pair.d, pair.v, pair.e, pair.w));
        long[][] masks = masks(extensions);
        int columns = Sums.columns(grid.cube().measure());
        for (int cell = 0; cell < grid.size(); cell++) {
            // A cell is in a pair where two of its values are: the bits that come twice.
            long onceLow = 0;
            long onceHigh = 0;
            long twiceLow = 0;
            long twiceHigh = 0;
            for (int d = 0; d < masks.length; d++) {
                int at = 2 * grid.code(cell, d);
                if (at < 0 || at >= masks[d].length) continue;
                long low = masks[d][at];
                long high = masks[d][at + 1];
                twiceLow |= onceLow & low;
                twiceHigh |= onceHigh & high;
                onceLow |= low;
                onceHigh |= high;
            }
            add(extensions, 0, twiceLow, cell, columns);
            add(extensions, Long.SIZE, twiceHigh, cell, columns);
        }
        return extensions;
    }

    private void add(List<Extension> extensions, int first, long bits, int cell, int columns) {
        for (long left = bits; left != 0; left &= left - 1) {
            extensions.get(first + Long.numberOfTrailingZeros(left)).add(grid, cell, columns);
        }
    }

    /** By dimension and value, one bit for each pair that the value is part of. */
    private long[][] masks(List<Extension> extensions) {
        long[][] masks = new long[grid.dimensions()][];
        for (int d = 0; d < masks.length; d++) masks[d] = new long[2 * grid.paired(d)];
        for (int i = 0; i < extensions.size(); i++) {
            Extension extension = extensions.get(i);
            long bit = 1L << (i % Long.SIZE);
            masks[extension.d()][2 * extension.v() + i / Long.SIZE] |= bit;
            masks[extension.e()][2 * extension.w() + i / Long.SIZE] |= bit;
        }
        return masks;
    }
}
