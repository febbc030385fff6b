package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.index.Tally;
import huisheng.review.Dimension;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The counts of two dimensions against each other, with their margins. Reviews without a value are left out where a review
 * has one value at most (an unknown age is no age); where it may have several, they are in the margins (a review that
 * says nothing of the taste is one that doesn't complain of it).
 *
 * @param rows reviews by row, each once, and {@code columns} by column; together {@code total}
 */
record CrossCounts(Map<At, Sums> cells, Map<String, Sums> rows, Map<String, Sums> columns, Sums total) {
    /** What stands for all values that aren't named. */
    static final String OTHER = "";

    private static final Set<Dimension> SEVERAL =
            EnumSet.of(Dimension.ASPECT, Dimension.INTENT, Dimension.RISK, Dimension.KEYWORD);
    /** Whose order says more than their frequency. */
    private static final Set<Dimension> ORDERED = EnumSet.of(Dimension.AGE_BAND, Dimension.RATING);

    /** A cell. */
    record At(String row, String column) {}

    /** Whether a review may have several values. */
    static boolean several(Dimension dimension) {
        return SEVERAL.contains(dimension);
    }

    /**
     * @param condition at most one axis of one value, which all that is counted must have
     * @param judgements count an opinion on each aspect for itself, not by review, where rows are aspects
     */
    static CrossCounts of(
            ReviewSnapshot now,
            Selection selection,
            Tally.Axis row,
            Tally.Axis column,
            List<Tally.Axis> condition,
            boolean judgements)
            throws IOException {
        Map<At, Sums> cells = new HashMap<>();
        for (Tally.Cell cell : tally(now, selection, condition, row, column)) {
            cells.merge(new At(cell.value(0), cell.value(1)), Sums.of(cell), Sums::plus);
        }
        boolean manyRows = several(row.dimension());
        boolean manyColumns = several(column.dimension());
        Map<String, Sums> rows = new HashMap<>();
        Map<String, Sums> columns = new HashMap<>();
        cells.forEach((at, sums) -> {
            if (!at.column.isEmpty()) rows.merge(at.row, sums, Sums::plus);
            if (!at.row.isEmpty()) columns.merge(at.column, sums, Sums::plus);
        });
        if (manyColumns) margin(rows, tally(now, selection, condition, row));
        if (manyRows && !judgements) margin(columns, tally(now, selection, condition, column));
        Sums total = manyRows && manyColumns
                ? tally(now, selection, condition).stream().map(Sums::of).reduce(Sums.NONE, Sums::plus)
                : sum(manyRows ? columns : rows);
        rows.remove("");
        columns.remove("");
        cells.keySet().removeIf(at -> at.row.isEmpty() || at.column.isEmpty());
        return new CrossCounts(cells, rows, columns, total);
    }

    private static List<Tally.Cell> tally(
            ReviewSnapshot now, Selection selection, List<Tally.Axis> condition, Tally.Axis... by) throws IOException {
        List<Tally.Axis> axes = new ArrayList<>(List.of(by));
        axes.addAll(condition);
        return now.tally(selection, new Tally.By(axes, null, Tally.By.MAX_CELLS))
                .cells();
    }

    private static void margin(Map<String, Sums> into, List<Tally.Cell> cells) {
        into.clear();
        for (Tally.Cell cell : cells) into.merge(cell.value(0), Sums.of(cell), Sums::plus);
    }

    private static Sums sum(Map<String, Sums> margin) {
        return margin.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .map(Map.Entry::getValue)
                .reduce(Sums.NONE, Sums::plus);
    }

    /** The largest values of a margin; {@link #OTHER} at the end where values of which a review has one are left. */
    static List<String> largest(Dimension dimension, Map<String, Sums> margin, int most) {
        List<String> largest = new ArrayList<>(margin.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Sums> entry) ->
                                -entry.getValue().n())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList());
        if (ORDERED.contains(dimension)) largest.sort(Comparator.naturalOrder());
        if (!several(dimension) && margin.size() > largest.size()) largest.add(OTHER);
        return largest;
    }

    /** Of these rows and columns; what isn't named goes to {@link #OTHER} where that is among them. */
    CrossCounts of(List<String> namedRows, List<String> namedColumns) {
        Set<String> rowNames = Set.copyOf(namedRows);
        Set<String> columnNames = Set.copyOf(namedColumns);
        Map<At, Sums> merged = new HashMap<>();
        cells.forEach((at, sums) -> {
            String row = rowNames.contains(at.row) ? at.row : OTHER;
            String column = columnNames.contains(at.column) ? at.column : OTHER;
            if (rowNames.contains(row) && columnNames.contains(column)) {
                merged.merge(new At(row, column), sums, Sums::plus);
            }
        });
        return new CrossCounts(merged, merged(rows, rowNames), merged(columns, columnNames), total);
    }

    private static Map<String, Sums> merged(Map<String, Sums> margin, Set<String> names) {
        Map<String, Sums> merged = new HashMap<>();
        margin.forEach((value, sums) -> {
            String name = names.contains(value) ? value : OTHER;
            if (names.contains(name)) merged.merge(name, sums, Sums::plus);
        });
        return merged;
    }

    Sums cell(String row, String column) {
        return cells.getOrDefault(new At(row, column), Sums.NONE);
    }

    Sums row(String row) {
        return rows.getOrDefault(row, Sums.NONE);
    }

    Sums column(String column) {
        return columns.getOrDefault(column, Sums.NONE);
    }
}
