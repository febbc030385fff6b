package huisheng.index;

import huisheng.review.Fault;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Counts a {@link Tally} in one pass. A cell's key is its groups and period in mixed radix. */
final class Tallying implements Pass.Visitor {
    private static final int RATED = Grouping.LABELS;
    private static final int SUM = RATED + 1;
    private static final int SQUARES = RATED + 2;
    /** Cells that one review can fall into; of more, the first are counted. */
    private static final int MAX_COMBINATIONS = 1 << 14;

    private final List<AxisGroups> axes;
    private final int periods;
    private final @Nullable Timeline timeline;
    private final CellCounts cells;
    private final int maxCells;

    private Tallying(List<AxisGroups> axes, @Nullable Timeline timeline, int maxCells) {
        this.axes = axes;
        this.timeline = timeline;
        this.periods = timeline == null ? 1 : timeline.size();
        this.maxCells = maxCells;
        this.cells = new CellCounts(SQUARES + 1, maxCells);
        double keys = periods;
        for (AxisGroups axis : axes) keys *= axis.size();
        if (keys > Long.MAX_VALUE / 2.0) throw tooMany();
    }

    static Tally of(IndexSearcher searcher, Vocabulary.Cache vocabularies, Selection selection, Tally.By by)
            throws IOException {
        List<AxisGroups> axes = new ArrayList<>();
        for (Tally.Axis axis : by.axes()) axes.add(AxisGroups.of(vocabularies, searcher.getIndexReader(), axis));
        Timeline timeline = by.interval() == null ? null : Timeline.of(searcher, selection, by.interval());
        Tallying tallying = new Tallying(axes, timeline, by.maxCells());
        if (timeline == null || timeline.size() > 0) {
            Pass.over(searcher, SelectionQuery.of(selection), tallying);
        }
        return tallying.tally();
    }

    @Override
    public Pass.Visit enter(LeafReaderContext segment) throws IOException {
        return new Segment(segment);
    }

    private Tally tally() throws IOException {
        List<Tally.Cell> counted = new ArrayList<>();
        long[] keys = cells.keys();
        for (long key : keys) counted.add(cell(key));
        if (timeline == null) return new Tally(List.of(), counted);
        Timeline times = timeline;
        return new Tally(IntStream.range(0, times.size()).mapToObj(times::start).toList(), counted);
    }

    private Tally.Cell cell(long key) throws IOException {
        String[] values = new String[axes.size()];
        long rest = key / periods;
        for (int axis = axes.size() - 1; axis >= 0; axis--) {
            int size = axes.get(axis).size();
            values[axis] = axes.get(axis).value((int) (rest % size));
            rest /= size;
        }
        long[] stances = new long[Grouping.LABELS];
        for (int i = 0; i < stances.length; i++) stances[i] = cells.count(key, i);
        return new Tally.Cell(
                List.of(values),
                (int) (key % periods),
                StanceCounts.of(stances),
                cells.count(key, RATED),
                cells.count(key, SUM),
                cells.count(key, SQUARES));
    }

    private Fault tooMany() {
        return new Fault(
                "分得太细：超过 " + maxCells + " 个格子，请减少维度或缩小范围",
                "too fine: more than " + maxCells + " cells; choose fewer dimensions or a smaller selection");
    }

    private final class Segment implements Pass.Visit {
        private final Grouping.Assign[] assigns = new Grouping.Assign[axes.size()];
        private final Timeline.@Nullable Walk walk;
        private final StanceReader stances;
        private final RatingReader ratings;
        private final int[] read = new int[SegmentValues.Ordinals.MOST];
        private long[] keys = new long[16];
        private int[] labels = new int[16];
        private int combinations;
        private int stance;

        Segment(LeafReaderContext segment) throws IOException {
            for (int i = 0; i < assigns.length; i++) {
                assigns[i] = axes.get(i).grouping().enter(segment);
            }
            walk = timeline == null ? null : timeline.enter(segment);
            stances = new StanceReader(segment);
            ratings = new RatingReader(segment);
        }

        @Override
        public boolean review(int doc) throws IOException {
            keys[0] = 0;
            stance = stances.label(doc);
            labels[0] = stance;
            combinations = 1;
            for (int axis = 0; axis < assigns.length && combinations > 0; axis++) expand(axis, doc);
            if (combinations == 0) return true;
            int period = walk == null ? 0 : walk.bucket(doc);
            int rating = ratings.rating(doc);
            for (int i = 0; i < combinations; i++) count(keys[i] * periods + period, labels[i], rating);
            return true;
        }

        /** Splits each combination so far by the groups of one more axis. */
        private void expand(int axis, int doc) throws IOException {
            int n = assigns[axis].cells(doc, stance, read);
            int size = axes.get(axis).size();
            int before = combinations;
            int after = (int) Math.min((long) before * n, MAX_COMBINATIONS);
            if (after > keys.length) {
                keys = java.util.Arrays.copyOf(keys, Math.max(after, keys.length * 2));
                labels = java.util.Arrays.copyOf(labels, keys.length);
            }
            // from the back, so that what is read has not been written over
            for (int i = after - 1; i >= 0; i--) {
                int from = i / n;
                int code = read[i % n];
                int label = code % Grouping.LABELS;
                keys[i] = keys[from] * size + code / Grouping.LABELS;
                labels[i] = label == stance ? labels[from] : label;
            }
            combinations = after;
        }

        private void count(long key, int label, int rating) {
            int slot = cells.slot(key);
            if (slot < 0) throw tooMany();
            cells.add(slot, label, 1);
            if (rating == 0) return;
            cells.add(slot, RATED, 1);
            cells.add(slot, SUM, rating);
            cells.add(slot, SQUARES, (long) rating * rating);
        }
    }
}
