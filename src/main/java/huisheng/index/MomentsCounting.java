package huisheng.index;

import huisheng.review.Dimension;
import huisheng.review.Selection;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Sums up {@link AspectMoments} in one pass. */
final class MomentsCounting implements Pass.Visitor {
    private final List<String> aspects;
    private final AspectMoments.Outcome outcome;
    private final Grouping grouping;
    private final long[] sums;
    private final long[][] products;
    private final long[] withOutcome;
    private long n;
    private long outcomeSum;
    private long outcomeSquares;

    private MomentsCounting(List<String> aspects, AspectMoments.Outcome outcome) {
        this.aspects = aspects;
        this.outcome = outcome;
        this.grouping = Grouping.of(Dimension.ASPECT, aspects);
        this.sums = new long[aspects.size()];
        this.products = new long[aspects.size()][aspects.size()];
        this.withOutcome = new long[aspects.size()];
    }

    static AspectMoments of(
            IndexSearcher searcher,
            Vocabulary.Cache vocabularies,
            Selection selection,
            AspectMoments.Outcome outcome,
            int most)
            throws IOException {
        Query query = SelectionQuery.of(selection);
        ValueCounts aspects = ValueCounts.of(searcher, vocabularies, query, Dimension.ASPECT);
        List<String> top =
                aspects.top(most).stream().map(SearchPage.Facet::value).toList();
        MomentsCounting counting = new MomentsCounting(top, outcome);
        Pass.over(searcher, query, counting);
        return counting.moments();
    }

    private AspectMoments moments() {
        List<List<Long>> rows = new ArrayList<>();
        for (long[] row : products) rows.add(list(row));
        return new AspectMoments(aspects, n, list(sums), rows, list(withOutcome), outcomeSum, outcomeSquares);
    }

    private static List<Long> list(long[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    @Override
    public Pass.Visit enter(LeafReaderContext segment) throws IOException {
        StanceReader stances = new StanceReader(segment);
        RatingReader ratings = new RatingReader(segment);
        Grouping.Assign assign = grouping.enter(segment);
        int[] codes = new int[SegmentValues.Ordinals.MOST];
        return doc -> {
            int label = stances.label(doc);
            int rating = ratings.rating(doc);
            boolean rated = outcome == AspectMoments.Outcome.RATING
                    ? rating > 0
                    : label != Grouping.column(SentimentLabel.UNSCORED);
            if (rated) {
                int y = outcome == AspectMoments.Outcome.RATING ? rating : sign(label);
                add(codes, assign.cells(doc, label, codes), y);
            }
            return true;
        };
    }

    private static int sign(int label) {
        if (label == Grouping.column(SentimentLabel.POSITIVE)) return 1;
        return label == Grouping.column(SentimentLabel.NEGATIVE) ? -1 : 0;
    }

    private void add(int[] codes, int size, int y) {
        n++;
        outcomeSum += y;
        outcomeSquares += (long) y * y;
        for (int i = 0; i < size; i++) {
            int x = sign(codes[i] % Grouping.LABELS);
            if (x == 0) continue;
            int aspect = codes[i] / Grouping.LABELS;
            sums[aspect] += x;
            withOutcome[aspect] += (long) x * y;
            for (int j = 0; j < size; j++) {
                products[aspect][codes[j] / Grouping.LABELS] += (long) x * sign(codes[j] % Grouping.LABELS);
            }
        }
    }
}
