package huisheng.index;

import huisheng.review.Dimension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

/** Answers one search: total, facets and, for the newest first, the page itself come from one pass. */
final class Searching implements Pass.Visitor {
    static final int MAX_FACET_VALUES = 50;
    private static final Sort BY_SCORE =
            new Sort(SortField.FIELD_SCORE, new SortField(Fields.ID, SortField.Type.LONG, true));
    private static final Comparator<Found> NEWEST =
            Comparator.comparingLong(Found::key).thenComparingLong(Found::id).reversed();

    private final IndexSearcher searcher;
    private final ReviewSearch search;
    private final @Nullable Cursor cursor;
    private final Query query;
    private final Map<Dimension, ValueCounts> facets = new EnumMap<>(Dimension.class);
    private final List<Found> found = new ArrayList<>();
    private long total;

    /** A hit before its highlights. */
    private record Found(int doc, long key, long id, float score) {}

    private Searching(IndexSearcher searcher, Vocabulary.Cache vocabularies, ReviewSearch search) throws IOException {
        this.searcher = searcher;
        this.search = search;
        this.cursor = Cursor.of(search);
        this.query = SelectionQuery.of(search.selection());
        for (Dimension dimension : search.facets()) {
            facets.put(dimension, new ValueCounts(vocabularies, searcher.getIndexReader(), dimension));
        }
    }

    static SearchPage of(IndexSearcher searcher, Vocabulary.Cache vocabularies, ReviewSearch search)
            throws IOException {
        return new Searching(searcher, vocabularies, search).page();
    }

    private SearchPage page() throws IOException {
        Pass.over(searcher, query, this);
        if (search.order() == ReviewSearch.Order.RELEVANCE) findBest();
        else found.sort(NEWEST);
        boolean more = found.size() > search.limit();
        List<Found> page = found.subList(0, Math.min(found.size(), search.limit()));
        String next = more ? new Cursor(search.order(), page.getLast().key, page.getLast().id).toString() : null;
        return new SearchPage(total, hits(page), next, facets());
    }

    @Override
    public Pass.Visit enter(LeafReaderContext segment) throws IOException {
        List<Pass.Visit> counting = new ArrayList<>();
        for (ValueCounts facet : facets.values()) counting.add(facet.enter(segment));
        return new Segment(segment, counting.toArray(Pass.Visit[]::new));
    }

    private void findBest() throws IOException {
        FieldDoc after = cursor == null
                ? null
                : new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {
                    Float.intBitsToFloat((int) cursor.key()), cursor.id()
                });
        // the total is known from the pass, so counting beyond the page would be work for nothing
        var manager = new TopFieldCollectorManager(BY_SCORE, search.limit() + 1, after, search.limit() + 1);
        for (ScoreDoc hit : searcher.search(query, manager).scoreDocs) {
            Object[] keys = ((FieldDoc) hit).fields;
            float score = (Float) keys[0];
            found.add(new Found(hit.doc, Float.floatToIntBits(score), (Long) keys[1], score));
        }
    }

    private List<SearchPage.Hit> hits(List<Found> page) throws IOException {
        List<QueryNode.Phrase> phrases =
                QueryParser.parse(search.selection().filter().query()).shown();
        StoredFields stored = searcher.storedFields();
        List<SearchPage.Hit> hits = new ArrayList<>();
        for (Found hit : page) {
            List<SearchPage.Span> spans = List.of();
            if (!phrases.isEmpty()) {
                String text = stored.document(hit.doc, Set.of(Fields.TEXT)).get(Fields.TEXT);
                spans = Highlights.of(phrases, text);
            }
            hits.add(new SearchPage.Hit(hit.id, hit.score, spans));
        }
        return hits;
    }

    private Map<Dimension, List<SearchPage.Facet>> facets() throws IOException {
        Map<Dimension, List<SearchPage.Facet>> counted = new EnumMap<>(Dimension.class);
        for (Map.Entry<Dimension, ValueCounts> facet : facets.entrySet()) {
            counted.put(facet.getKey(), facet.getValue().top(MAX_FACET_VALUES));
        }
        return Collections.unmodifiableMap(counted);
    }

    /** A segment is sorted as the page is, so its first hits after the cursor are its best. */
    private final class Segment implements Pass.Visit {
        private final Pass.Visit[] counting;
        private final NumericDocValues times;
        private final NumericDocValues ids;
        private final int base;
        private int wanted = search.order() == ReviewSearch.Order.NEWEST ? search.limit() + 1 : 0;

        Segment(LeafReaderContext segment, Pass.Visit[] counting) throws IOException {
            this.counting = counting;
            this.times = SegmentValues.numbers(segment, Fields.WRITTEN_AT);
            this.ids = SegmentValues.numbers(segment, Fields.ID);
            this.base = segment.docBase;
        }

        @Override
        public boolean review(int doc) throws IOException {
            total++;
            for (Pass.Visit facet : counting) {
                boolean goesOn = facet.review(doc);
                assert goesOn;
            }
            if (wanted > 0) take(doc);
            return true;
        }

        private void take(int doc) throws IOException {
            long time = SegmentValues.number(times, doc);
            if (cursor != null && time > cursor.key()) return;
            long id = SegmentValues.number(ids, doc);
            if (cursor != null && time == cursor.key() && id >= cursor.id()) return;
            found.add(new Found(base + doc, time, id, 0));
            wanted--;
        }

        @Override
        public void done() throws IOException {
            for (Pass.Visit facet : counting) facet.done();
        }
    }
}
