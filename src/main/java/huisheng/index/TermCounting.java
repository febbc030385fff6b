package huisheng.index;

import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;

/** Counts the reviews that hold a term by period: one pass for all reviews, one more for each term. */
final class TermCounting {
    private TermCounting() {}

    static TermCounts of(IndexSearcher searcher, Selection selection, Interval interval, List<String> terms)
            throws IOException {
        Timeline timeline = Timeline.of(searcher, selection, interval);
        NoiseSplit noise = new NoiseSplit(selection.filter().noise());
        if (timeline.size() == 0) return new TermCounts(List.of(), noise.counts());
        Periods all = new Periods(timeline, 0);
        Pass.over(searcher, NoiseSplit.query(selection), segment -> {
            NoiseSplit.Segment split = noise.enter(segment);
            Pass.Visit counting = all.enter(segment);
            return doc -> !split.review(doc) || counting.review(doc);
        });
        Timeline.Range shown = timeline.trimmed(bucket -> all.counts[bucket] > 0);
        List<TermBucket> buckets = new ArrayList<>();
        for (String term : terms) {
            Periods with = new Periods(timeline, SentimentCounting.EVIDENCE);
            Pass.over(searcher, SelectionQuery.of(selection, QueryTerms.phrase(term, 0)), with);
            for (int i = shown.from(); i < shown.until(); i++) {
                buckets.add(
                        new TermBucket(term, timeline.start(i), with.counts[i], all.counts[i], with.evidence[i].ids()));
            }
        }
        return new TermCounts(buckets, noise.counts());
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
            Timeline.Walk walk = timeline.enter(segment);
            NumericDocValues ids = SegmentValues.numbers(segment, Fields.ID);
            return doc -> {
                int bucket = walk.bucket(doc);
                counts[bucket]++;
                if (evident) {
                    long time = walk.time(doc);
                    if (evidence[bucket].wants(time)) evidence[bucket].offer(time, SegmentValues.number(ids, doc));
                }
                return true;
            };
        }
    }
}
