package huisheng.index;

import huisheng.review.Dimension;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;

/** Finds the newest reviews of a query, then reads their values segment by segment, as documents must be met in order. */
final class VoiceReading {
    private static final Comparator<Found> NEWEST =
            Comparator.comparingLong(Found::time).thenComparingLong(Found::id).reversed();

    private final IndexSearcher searcher;
    private final Voices.Of of;
    private final List<Found> found = new ArrayList<>();
    private long total;

    private record Found(int doc, long time, long id) {}

    private VoiceReading(IndexSearcher searcher, Voices.Of of) {
        this.searcher = searcher;
        this.of = of;
    }

    static Voices of(IndexSearcher searcher, Selection selection, Voices.Of of) throws IOException {
        VoiceReading reading = new VoiceReading(searcher, of);
        Pass.over(searcher, SelectionQuery.having(selection, of.having()), reading::taking);
        return new Voices(reading.total, reading.voices());
    }

    /** The reviews of a segment come newest first, so that its first ones are enough. */
    private Pass.Visit taking(LeafReaderContext segment) throws IOException {
        NumericDocValues times = SegmentValues.numbers(segment, Fields.WRITTEN_AT);
        NumericDocValues ids = SegmentValues.numbers(segment, Fields.ID);
        int before = found.size();
        return doc -> {
            total++;
            if (found.size() - before < of.limit()) {
                long time = SegmentValues.number(times, doc);
                found.add(new Found(segment.docBase + doc, time, SegmentValues.number(ids, doc)));
            }
            return true;
        };
    }

    private List<Voices.Voice> voices() throws IOException {
        found.sort(NEWEST);
        List<Found> newest = found.subList(0, Math.min(found.size(), of.limit()));
        Integer[] byDocument = new Integer[newest.size()];
        Arrays.setAll(byDocument, i -> i);
        Arrays.sort(byDocument, Comparator.comparingInt(i -> newest.get(i).doc));
        Voices.Voice[] voices = new Voices.Voice[newest.size()];
        StoredFields stored = searcher.storedFields();
        Segment segment = null;
        for (int at : byDocument) {
            Found one = newest.get(at);
            if (segment == null || one.doc >= segment.end) {
                SnapshotSearcher.check(searcher);
                segment = new Segment(one.doc);
            }
            voices[at] = new Voices.Voice(one.id, segment.values(one.doc), passages(stored, one));
        }
        return List.of(voices);
    }

    private List<Voices.Passage> passages(StoredFields stored, Found one) throws IOException {
        if (of.passages().isEmpty()) return List.of();
        Document document = stored.document(one.doc, Set.of(Fields.TEXT, Fields.SPANS));
        String text = document.get(Fields.TEXT);
        String spans = document.get(Fields.SPANS);
        List<Voices.Passage> passages = new ArrayList<>();
        for (Spans.Found span : Spans.read(spans == null ? "" : spans)) {
            if (!of.passages().contains(span.dimension()) || span.end() > text.length()) continue;
            Quote said = Quoting.clause(one.id, text, new SearchPage.Span(span.start(), span.end()));
            passages.add(new Voices.Passage(span.dimension(), span.value(), said));
        }
        return passages;
    }

    /** The values of one segment; a value that many reviews share is read once. */
    private final class Segment {
        private final int base;
        private final int end;
        private final Map<Dimension, SortedSetDocValues> values = new EnumMap<>(Dimension.class);
        private final Map<Dimension, Map<Long, String>> read = new EnumMap<>(Dimension.class);

        Segment(int doc) throws IOException {
            List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
            base = leaf.docBase;
            end = base + leaf.reader().maxDoc();
            for (Dimension dimension : of.dimensions()) {
                values.put(dimension, SegmentValues.values(leaf, Fields.counting(dimension)));
                read.put(dimension, new HashMap<>());
            }
        }

        Map<Dimension, List<String>> values(int doc) throws IOException {
            Map<Dimension, List<String>> has = new EnumMap<>(Dimension.class);
            for (Map.Entry<Dimension, SortedSetDocValues> entry : values.entrySet()) {
                SortedSetDocValues all = entry.getValue();
                if (!all.advanceExact(doc - base)) continue;
                Map<Long, String> known = java.util.Objects.requireNonNull(read.get(entry.getKey()));
                List<String> own = new ArrayList<>();
                for (int i = 0; i < all.docValueCount(); i++) {
                    long number = all.nextOrd();
                    String value = known.get(number);
                    if (value == null) {
                        value = all.lookupOrd(number).utf8ToString();
                        known.put(number, value);
                    }
                    own.add(value);
                }
                has.put(entry.getKey(), own);
            }
            return has;
        }
    }
}
