package huisheng.index;

import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** The buckets of a question, with boundaries computed once. */
final class Timeline {
    private final List<Instant> starts;
    private final long[] millis;

    private Timeline(List<Instant> starts) {
        this.starts = starts;
        this.millis = starts.stream().mapToLong(Instant::toEpochMilli).toArray();
    }

    /** Over the period of the selection or, where it has none, from its first to its last review. */
    static Timeline of(IndexSearcher searcher, Selection selection, Interval interval) throws IOException {
        Period period = selection.filter().period();
        if (period == null) period = extent(searcher, SelectionQuery.of(selection));
        return new Timeline(period == null ? List.of() : interval.starts(period));
    }

    int size() {
        return millis.length;
    }

    Instant start(int bucket) {
        return starts.get(bucket);
    }

    /** The bucket of a time, searched downwards from {@code from}: within a segment times only fall. */
    int bucket(long time, int from) {
        int bucket = from;
        while (bucket > 0 && time < millis[bucket]) bucket--;
        return bucket;
    }

    private static @Nullable Period extent(IndexSearcher searcher, Query query) throws IOException {
        long[] extent = {Long.MAX_VALUE, Long.MIN_VALUE};
        Pass.over(searcher, query, segment -> new Ends(segment, extent));
        if (extent[0] > extent[1]) return null;
        return new Period(Instant.ofEpochMilli(extent[0]), Instant.ofEpochMilli(extent[1] + 1));
    }

    /** Segments are sorted by time, so the ends of a segment's matches are its first and its last. */
    private static final class Ends implements Pass.Visit {
        private final NumericDocValues times;
        private final long[] extent;
        private int last = -1;

        Ends(LeafReaderContext segment, long[] extent) throws IOException {
            this.times = SegmentValues.numbers(segment, Fields.WRITTEN_AT);
            this.extent = extent;
        }

        @Override
        public boolean review(int doc) throws IOException {
            if (last < 0) extent[1] = Math.max(extent[1], SegmentValues.number(times, doc));
            last = doc;
            return true;
        }

        @Override
        public void done() throws IOException {
            if (last >= 0) extent[0] = Math.min(extent[0], SegmentValues.number(times, last));
        }
    }
}
