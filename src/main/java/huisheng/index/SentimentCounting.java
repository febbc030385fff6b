package huisheng.index;

import huisheng.review.Dimension;
import huisheng.review.Selection;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Counts reviews by group, period and stance in one pass, and on the way what noise changes. */
final class SentimentCounting implements Pass.Visitor {
    static final int EVIDENCE = 5;

    private final Timeline timeline;
    private final Grouping grouping;
    private final List<@Nullable String> groups;
    private final NoiseSplit noise;
    private final long[] counts;
    private final boolean[] reached;
    private final @Nullable Newest[] evidence;

    private SentimentCounting(Timeline timeline, Grouping grouping, List<@Nullable String> groups, NoiseSplit noise) {
        this.timeline = timeline;
        this.noise = noise;
        this.reached = new boolean[timeline.size()];
        this.grouping = grouping;
        this.groups = groups;
        this.counts = new long[groups.size() * timeline.size() * Grouping.LABELS];
        this.evidence = new @Nullable Newest[groups.size() * timeline.size()];
    }

    static SentimentCounts of(
            IndexSearcher searcher,
            Vocabulary.Cache vocabularies,
            Selection selection,
            Interval interval,
            @Nullable Dimension by,
            int maxGroups)
            throws IOException {
        NoiseSplit noise = new NoiseSplit(selection.filter().noise());
        Timeline timeline = Timeline.of(searcher, selection, interval);
        SentimentCounting counting;
        if (by == null) {
            counting = new SentimentCounting(timeline, new Grouping.Whole(), Collections.singletonList(null), noise);
        } else {
            Query query = SelectionQuery.of(selection);
            List<String> groups = largest(ValueCounts.of(searcher, vocabularies, query, by), maxGroups);
            counting = new SentimentCounting(timeline, Grouping.of(by, groups), new ArrayList<>(groups), noise);
        }
        if (timeline.size() > 0) Pass.over(searcher, NoiseSplit.query(selection), counting);
        return new SentimentCounts(counting.buckets(), noise.counts());
    }

    private static List<String> largest(ValueCounts counts, int maxGroups) throws IOException {
        List<SearchPage.Facet> groups = new ArrayList<>(counts.top(maxGroups));
        if (counts.without() > 0) groups.add(new SearchPage.Facet("", counts.without()));
        groups.sort(Comparator.comparingLong(SearchPage.Facet::n).reversed());
        return groups.stream().limit(maxGroups).map(SearchPage.Facet::value).toList();
    }

    @Override
    public Pass.Visit enter(LeafReaderContext segment) throws IOException {
        return new Segment(segment);
    }

    private List<SentimentBucket> buckets() {
        List<SentimentBucket> buckets = new ArrayList<>(evidence.length);
        Timeline.Range shown = timeline.trimmed(bucket -> reached[bucket]);
        for (int group = 0; group < groups.size(); group++) {
            for (int bucket = shown.from(); bucket < shown.until(); bucket++) {
                buckets.add(bucket(group, bucket));
            }
        }
        return buckets;
    }

    private SentimentBucket bucket(int group, int bucket) {
        int cell = group * timeline.size() + bucket;
        Newest newest = evidence[cell];
        return new SentimentBucket(
                groups.get(group),
                timeline.start(bucket),
                count(cell, SentimentLabel.POSITIVE),
                count(cell, SentimentLabel.NEGATIVE),
                count(cell, SentimentLabel.NEUTRAL),
                count(cell, SentimentLabel.MIXED),
                count(cell, SentimentLabel.UNSCORED),
                newest == null ? List.of() : newest.ids());
    }

    private long count(int cell, SentimentLabel label) {
        return counts[cell * Grouping.LABELS + Grouping.column(label)];
    }

    private final class Segment implements Pass.Visit {
        private final Timeline.Walk walk;
        private final NumericDocValues ids;
        private final NoiseSplit.Segment split;
        private final Grouping.Assign assign;
        private final int[] cells = new int[SegmentValues.Ordinals.MOST];
        /** Times fall within a segment, so only its first few reviews of a cell can be among the newest of all. */
        private final byte[] offered = new byte[evidence.length];

        Segment(LeafReaderContext segment) throws IOException {
            walk = timeline.enter(segment);
            ids = SegmentValues.numbers(segment, Fields.ID);
            split = noise.enter(segment);
            assign = grouping.enter(segment);
        }

        @Override
        public boolean review(int doc) throws IOException {
            if (!split.review(doc)) return true;
            int bucket = walk.bucket(doc);
            reached[bucket] = true;
            int n = assign.cells(doc, split.label(), cells);
            for (int i = 0; i < n; i++) add(cells[i], bucket, doc);
            return true;
        }

        private void add(int code, int bucket, int doc) throws IOException {
            int cell = code / Grouping.LABELS * timeline.size() + bucket;
            counts[cell * Grouping.LABELS + code % Grouping.LABELS]++;
            if (offered[cell] < EVIDENCE) offer(cell, doc);
        }

        private void offer(int cell, int doc) throws IOException {
            offered[cell]++;
            Newest newest = evidence[cell];
            if (newest == null) {
                newest = new Newest(EVIDENCE);
                evidence[cell] = newest;
            }
            long time = walk.time(doc);
            if (newest.wants(time)) newest.offer(time, SegmentValues.number(ids, doc));
        }
    }
}
