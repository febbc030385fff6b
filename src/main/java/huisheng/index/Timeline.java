package huisheng.index;

import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.index.DocValuesSkipper;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** The buckets of a question, with boundaries computed once. */
final class Timeline {
    private final List<Instant> starts;
    private final long[] millis;
    private final boolean open;

    private Timeline(List<Instant> starts, boolean open) {
        this.starts = starts;
        this.open = open;
        this.millis = starts.stream().mapToLong(Instant::toEpochMilli).toArray();
    }

    /**
     * Over the period of the selection or, where it has none, over that of its reviews at least: {@link #trimmed} then
     * cuts off what no review of it reaches.
     */
    static Timeline of(IndexSearcher searcher, Selection selection, Interval interval) throws IOException {
        Period period = selection.filter().period();
        if (period != null) return new Timeline(interval.starts(period), false);
        Period whole = extent(searcher);
        if (whole == null) return new Timeline(List.of(), false);
        if (interval.fits(whole)) return new Timeline(interval.starts(whole), true);
        Period own = extent(searcher, SelectionQuery.of(selection));
        return new Timeline(own == null ? List.of() : interval.starts(own), false);
    }

    /** The buckets from the first to the last for which {@code counted} is true; all where the period was asked for. */
    Range trimmed(IntPredicate counted) {
        int from = 0;
        int until = size();
        if (open) {
            while (from < until && !counted.test(from)) from++;
            while (until > from && !counted.test(until - 1)) until--;
        }
        return new Range(from, until);
    }

    /** Buckets from {@code from} on and before {@code until}. */
    record Range(int from, int until) {}

    int size() {
        return millis.length;
    }

    Instant start(int bucket) {
        return starts.get(bucket);
    }

    /** The buckets of a segment's reviews. */
    Walk enter(LeafReaderContext segment) throws IOException {
        return new Walk(segment);
    }

    /**
     * To be asked for rising documents only, whose times fall. Looks a stride ahead: where the bucket is still the same
     * there, the times between need not be read.
     */
    final class Walk {
        private static final int STRIDE = 32;
        private final NumericDocValues here;
        private final NumericDocValues ahead;
        private final int last;
        private int bucket = size() - 1;
        private int sure = -1;

        private Walk(LeafReaderContext segment) throws IOException {
            this.here = SegmentValues.numbers(segment, Fields.WRITTEN_AT);
            this.ahead = SegmentValues.numbers(segment, Fields.WRITTEN_AT);
            this.last = segment.reader().maxDoc() - 1;
        }

        int bucket(int doc) throws IOException {
            if (doc > sure) find(doc);
            return bucket;
        }

        private void find(int doc) throws IOException {
            long time = time(doc);
            while (bucket > 0 && time < millis[bucket]) bucket--;
            int far = Math.min(doc + STRIDE, last);
            boolean same = bucket == 0 || SegmentValues.number(ahead, far) >= millis[bucket];
            sure = same ? far : doc;
        }

        /** Of the document last asked for. */
        long time(int doc) throws IOException {
            return SegmentValues.number(here, doc);
        }
    }

    /** Of all reviews, deleted ones perhaps included: known without reading any. */
    private static @Nullable Period extent(IndexSearcher searcher) throws IOException {
        long from = DocValuesSkipper.globalMinValue(searcher.getIndexReader(), Fields.WRITTEN_AT);
        long until = DocValuesSkipper.globalMaxValue(searcher.getIndexReader(), Fields.WRITTEN_AT);
        if (from > until) return null;
        return new Period(Instant.ofEpochMilli(from), Instant.ofEpochMilli(until + 1));
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
