package huisheng.index;

import huisheng.review.Dimension;
import huisheng.review.Labelled;
import huisheng.review.Selection;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Counts reviews by group, period and stance in one pass. */
final class SentimentCounting implements Pass.Visitor {
    static final int EVIDENCE = 5;

    private final Timeline timeline;
    private final Grouping grouping;
    private final List<@Nullable String> groups;
    private final long[] counts;
    private final @Nullable Newest[] evidence;

    private SentimentCounting(Timeline timeline, Grouping grouping, List<@Nullable String> groups) {
        this.timeline = timeline;
        this.grouping = grouping;
        this.groups = groups;
        this.counts = new long[groups.size() * timeline.size() * Grouping.LABELS];
        this.evidence = new @Nullable Newest[groups.size() * timeline.size()];
    }

    static List<SentimentBucket> of(
            IndexSearcher searcher,
            Vocabulary.Cache vocabularies,
            Selection selection,
            Interval interval,
            @Nullable Dimension by,
            int maxGroups)
            throws IOException {
        Query query = SelectionQuery.of(selection);
        Timeline timeline = Timeline.of(searcher, selection, interval);
        SentimentCounting counting;
        if (by == null) {
            counting = new SentimentCounting(timeline, new Grouping.Whole(), Collections.singletonList(null));
        } else {
            List<String> groups = largest(ValueCounts.of(searcher, vocabularies, query, by), maxGroups);
            counting = new SentimentCounting(timeline, Grouping.of(by, groups), new ArrayList<>(groups));
        }
        if (timeline.size() > 0) Pass.over(searcher, query, counting);
        return counting.buckets();
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
        for (int group = 0; group < groups.size(); group++) {
            for (int bucket = 0; bucket < timeline.size(); bucket++) {
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
        private final NumericDocValues times;
        private final NumericDocValues ids;
        private final SegmentValues.Ordinals stances;
        private final int[] labels;
        private final Grouping.Assign assign;
        private final int[] stance = new int[1];
        private final int[] cells = new int[SegmentValues.Ordinals.MOST];
        private int bucket = timeline.size() - 1;

        Segment(LeafReaderContext segment) throws IOException {
            times = SegmentValues.numbers(segment, Fields.WRITTEN_AT);
            ids = SegmentValues.numbers(segment, Fields.ID);
            SortedSetDocValues values = SegmentValues.values(segment, Dimension.SENTIMENT.key());
            stances = SegmentValues.ordinals(values);
            labels = new int[(int) values.getValueCount()];
            for (int i = 0; i < labels.length; i++) {
                String label = values.lookupOrd(i).utf8ToString();
                labels[i] = Grouping.column(Labelled.of(SentimentLabel.class, label));
            }
            assign = grouping.enter(segment);
        }

        @Override
        public boolean review(int doc) throws IOException {
            long time = SegmentValues.number(times, doc);
            bucket = timeline.bucket(time, bucket);
            int label = stances.read(doc, stance) == 0 ? Grouping.column(SentimentLabel.UNSCORED) : labels[stance[0]];
            int n = assign.cells(doc, label, cells);
            for (int i = 0; i < n; i++) add(cells[i], time, doc);
            return true;
        }

        private void add(int code, long time, int doc) throws IOException {
            int cell = code / Grouping.LABELS * timeline.size() + bucket;
            counts[cell * Grouping.LABELS + code % Grouping.LABELS]++;
            Newest newest = evidence[cell];
            if (newest == null) {
                newest = new Newest(EVIDENCE);
                evidence[cell] = newest;
            }
            if (newest.wants(time)) newest.offer(time, SegmentValues.number(ids, doc));
        }
    }
}
