package huisheng.index;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;

/** Values of a segment's reviews; to be read for rising documents only, by one thread. */
final class SegmentValues {
    private SegmentValues() {}

    static NumericDocValues numbers(LeafReaderContext segment, String field) throws IOException {
        return DocValues.getNumeric(segment.reader(), field);
    }

    /** The number that every review has. */
    static long number(NumericDocValues numbers, int doc) throws IOException {
        if (!numbers.advanceExact(doc)) throw new IllegalStateException("a review without a number it must have");
        return numbers.longValue();
    }

    static SortedSetDocValues values(LeafReaderContext segment, String field) throws IOException {
        return DocValues.getSortedSet(segment.reader(), field);
    }

    /** Calls for each value that a document has; quicker where no document of the segment has several. */
    static Ordinals ordinals(SortedSetDocValues values) {
        SortedDocValues single = DocValues.unwrapSingleton(values);
        if (single != null) {
            return (doc, into) -> {
                if (!single.advanceExact(doc)) return 0;
                into[0] = single.ordValue();
                return 1;
            };
        }
        return (doc, into) -> {
            if (!values.advanceExact(doc)) return 0;
            int n = Math.min(values.docValueCount(), into.length);
            for (int i = 0; i < n; i++) into[i] = (int) values.nextOrd();
            return n;
        };
    }

    /** Reads the ordinals of a document's values into an array and says how many there are. */
    @FunctionalInterface
    interface Ordinals {
        /** More values than this of one document are not looked at. */
        int MOST = 1024;

        int read(int doc, int[] into) throws IOException;
    }
}
