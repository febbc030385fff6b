package huisheng.insight;

import huisheng.index.ReviewSearch;
import huisheng.index.ReviewSnapshot;
import huisheng.index.SearchPage;
import huisheng.index.Tally;
import huisheng.review.Dimension;
import huisheng.review.IntentType;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as its measure reads it.
 *
 * @param base what is counted; {@code with} those of it that have what the measure asks for, null where it asks for
 *     nothing more
 */
record CrossTable(
        CrossMeasure measure,
        List<String> rows,
        List<String> columns,
        CrossCounts base,
        @Nullable CrossCounts with) {
    static final int MOST = 20;

    /** @param aspect blank for none */
    static CrossTable of(
            ReviewSnapshot now,
            Selection selection,
            Dimension row,
            Dimension column,
            CrossMeasure measure,
            String aspect)
            throws IOException {
        Tally.Axis rowAxis = axis(now, selection, row);
        Tally.Axis columnAxis = axis(now, selection, column);
        List<Tally.Axis> aspectAxis = List.of(new Tally.Axis(Dimension.ASPECT, List.of(aspect)));
        List<Tally.Axis> condition = measure.stance() && !aspect.isBlank() ? aspectAxis : List.of();
        boolean judgements = measure.stance() && row == Dimension.ASPECT;
        CrossCounts base = CrossCounts.of(now, selection, rowAxis, columnAxis, condition, judgements);
        List<String> rows = CrossCounts.largest(row, base.rows(), MOST);
        List<String> columns = CrossCounts.largest(column, base.columns(), MOST);
        CrossCounts with = switch (measure) {
            case ASPECT_RATE -> CrossCounts.of(now, selection, rowAxis, columnAxis, aspectAxis, false);
            case COMPLAINTS -> CrossCounts.of(now, selection, rowAxis, columnAxis, COMPLAINT, false);
            default -> null;
        };
        return new CrossTable(
                measure, rows, columns, base.of(rows, columns), with == null ? null : with.of(rows, columns));
    }

    private static final List<Tally.Axis> COMPLAINT =
            List.of(new Tally.Axis(Dimension.INTENT, List.of(IntentType.COMPLAINT.label())));

    /** There are too many words to count each against each. */
    private static Tally.Axis axis(ReviewSnapshot now, Selection selection, Dimension dimension) throws IOException {
        if (dimension != Dimension.KEYWORD) return Tally.Axis.all(dimension);
        SearchPage page =
                now.search(new ReviewSearch(selection, ReviewSearch.Order.NEWEST, 1, null, List.of(dimension)));
        List<String> words = page.facets().getOrDefault(dimension, List.of()).stream()
                .limit(MOST)
                .map(SearchPage.Facet::value)
                .toList();
        // an axis without values would be one of all values
        return new Tally.Axis(dimension, words.isEmpty() ? List.of("\0") : words);
    }

    Measured cell(String row, String column) {
        Sums sums = base.cell(row, column);
        if (measure.scale != null) return measure.scale.of(sums);
        if (with != null) return new Measured.Rate(with.cell(row, column).n(), sums.n());
        return new Measured.Rate(sums.n(), base.row(row).n());
    }

    /** The same of the column in all other rows together. */
    Measured rest(String row, String column) {
        Sums all = base.column(column);
        if (measure.scale != null) return measure.scale.of(all).less(cell(row, column));
        if (with != null) return new Measured.Rate(with.column(column).n(), all.n()).less(cell(row, column));
        return new Measured.Rate(all.n(), base.total().n()).less(cell(row, column));
    }

    long[][] counts() {
        return rows.stream()
                .map(row -> columns.stream()
                        .mapToLong(column -> base.cell(row, column).n())
                        .toArray())
                .toArray(long[][]::new);
    }
}
