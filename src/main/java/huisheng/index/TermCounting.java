package huisheng.index;

import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Counts the reviews that hold a term by period: one pass for all reviews, one more for each term. */
final class TermCounting {
    private TermCounting() {}

    static List<TermBucket> of(IndexSearcher searcher, Selection selection, Interval interval, List<String> terms)
            throws IOException {
        Timeline timeline = Timeline.of(searcher, selection, interval);
        if (timeline.size() == 0) return List.of();
        Periods all = new Periods(timeline, 0);
        Pass.over(searcher, SelectionQuery.of(selection), all);
        List<TermBucket> buckets = new ArrayList<>();
        for (String term : terms) {
            Query query = SelectionQuery.of(selection, QueryTerms.phrase(term, 0));
            Periods with = new Periods(timeline, SentimentCounting.EVIDENCE);
            Pass.over(searcher, query, with);
            for (int i = 0; i < timeline.size(); i++) {
                buckets.add(
                        new TermBucket(term, timeline.start(i), with.counts[i], all.counts[i], with.evidence[i].ids()));
            }
        }
        return buckets;
    }

    private static final class Periods implements Pass.Visitor {
        private final Timeline timeline;
        private final boolean evident;
        private final long[] counts;
        private final Newest[] evidence;

        Periods(Timeline timeline, int evidence) {
            this.timeline = timeline;
            this.evident = evidence > 0;
            this.counts = new long[timeline.size()];
            this.evidence = new Newest[timeline.size()];
            for (int i = 0; i < counts.length; i++) this.evidence[i] = new Newest(evidence);
        }

        @Override
        public Pass.Visit enter(LeafReaderContext segment) throws IOException {
            NumericDocValues times = SegmentValues.numbers(segment, Fields.WRITTEN_AT);
            NumericDocValues ids = SegmentValues.numbers(segment, Fields.ID);
            int[] bucket = {timeline.size() - 1};
            return doc -> {
                long time = SegmentValues.number(times, doc);
                bucket[0] = timeline.bucket(time, bucket[0]);
                counts[bucket[0]]++;
                if (evident && evidence[bucket[0]].wants(time)) {
                    evidence[bucket[0]].offer(time, SegmentValues.number(ids, doc));
                }
                return true;
            };
        }
    }
}
