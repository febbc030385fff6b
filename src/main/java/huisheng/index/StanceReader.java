package huisheng.index;

import huisheng.review.Dimension;
import huisheng.review.Labelled;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;

/** The stances of a segment's reviews, by {@link Grouping#column}; to be asked for rising documents only. */
final class StanceReader {
    private final SegmentValues.Ordinals stances;
    private final int[] labels;
    private final int[] read = new int[1];

    StanceReader(LeafReaderContext segment) throws IOException {
        SortedSetDocValues values = SegmentValues.values(segment, Dimension.SENTIMENT.key());
        stances = SegmentValues.ordinals(values);
        labels = new int[(int) values.getValueCount()];
        for (int i = 0; i < labels.length; i++) {
            String value = values.lookupOrd(i).utf8ToString();
            labels[i] = Grouping.column(Labelled.of(SentimentLabel.class, value));
        }
    }

    int label(int doc) throws IOException {
        return stances.read(doc, read) == 0 ? Grouping.column(SentimentLabel.UNSCORED) : labels[read[0]];
    }
}
