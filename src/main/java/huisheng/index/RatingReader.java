package huisheng.index;

import huisheng.review.Dimension;
import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;

/** The stars of a segment's reviews; to be asked for rising documents only. */
final class RatingReader {
    private final SegmentValues.Ordinals ratings;
    private final int[] stars;
    private final int[] read = new int[1];

    RatingReader(LeafReaderContext segment) throws IOException {
        SortedSetDocValues values = SegmentValues.values(segment, Dimension.RATING.key());
        ratings = SegmentValues.ordinals(values);
        stars = new int[(int) values.getValueCount()];
        for (int i = 0; i < stars.length; i++) {
            stars[i] = Integer.parseInt(values.lookupOrd(i).utf8ToString());
        }
    }

    /** 1 to 5, 0 where there are none. */
    int rating(int doc) throws IOException {
        return ratings.read(doc, read) == 0 ? 0 : stars[read[0]];
    }
}
