package huisheng.index;

import huisheng.review.Dimension;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/** Counts keywords in a window and in a baseline, one pass each. */
final class KeywordCounting {
    private KeywordCounting() {}

    static KeywordCounts of(
            IndexSearcher searcher, Vocabulary.Cache vocabularies, Selection window, Selection baseline, int minimum)
            throws IOException {
        ValueCounts in = ValueCounts.of(searcher, vocabularies, SelectionQuery.of(window), Dimension.KEYWORD);
        ValueCounts before = ValueCounts.of(searcher, vocabularies, SelectionQuery.of(baseline), Dimension.KEYWORD);
        List<KeywordCounts.Count> counts = new ArrayList<>();
        for (int i = 0; i < in.counts().length; i++) {
            int n = in.counts()[i];
            int m = before.counts()[i];
            // a minimum of 0 must not list what neither holds
            if (Math.max(n, m) >= Math.max(minimum, 1)) counts.add(new KeywordCounts.Count(in.value(i), n, m));
        }
        return new KeywordCounts(in.reviews(), before.reviews(), counts);
    }

    static Map<String, Long> of(
            IndexSearcher searcher, Vocabulary.Cache vocabularies, Selection selection, Set<String> keywords)
            throws IOException {
        ValueCounts all = ValueCounts.of(searcher, vocabularies, SelectionQuery.of(selection), Dimension.KEYWORD);
        Map<String, Long> counts = new HashMap<>();
        for (String keyword : keywords) counts.put(keyword, all.count(keyword));
        return counts;
    }

    static List<Long> evidence(IndexSearcher searcher, Query query, int limit) throws IOException {
        Newest newest = new Newest(limit);
        Pass.over(searcher, query, segment -> taking(segment, newest));
        return newest.ids();
    }

    private static Pass.Visit taking(LeafReaderContext segment, Newest newest) throws IOException {
        NumericDocValues times = SegmentValues.numbers(segment, Fields.WRITTEN_AT);
        NumericDocValues ids = SegmentValues.numbers(segment, Fields.ID);
        return doc -> {
            long time = SegmentValues.number(times, doc);
            if (!newest.wants(time)) return false;
            newest.offer(time, SegmentValues.number(ids, doc));
            return true;
        };
    }
}
