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

/** Draws reviews of a query, then reads their values segment by segment, as documents must be met in order. */
final class VoiceReading {
    private static final Comparator<Found> NEWEST =
            Comparator.comparingLong(Found::time).thenComparingLong(Found::id).reversed();
    /** Those that hash lowest are a simple random sample, and no order or segment matters (bottom-k, Cohen and Kaplan 2007). */
    private static final Comparator<Found> DRAWN = Comparator.comparingLong(Found::lot);

    private static final int LEAST_ROOM = 1_000;

    private final IndexSearcher searcher;
    private final Voices.Of of;
    private final List<Found> found = new ArrayList<>();
    /** More are collected before those that are not drawn are let go. */
    private final int room;

    private long total;
    /** Reviews of a higher one are not drawn any more. */
    private long highest = Long.MAX_VALUE;

    private record Found(int doc, long time, long id, long lot) {}

    private VoiceReading(IndexSearcher searcher, Voices.Of of) {
        this.searcher = searcher;
        this.of = of;
        this.room = 2 * of.limit() + LEAST_ROOM;
    }

    static Voices of(IndexSearcher searcher, Selection selection, Voices.Of of) throws IOException {
        VoiceReading reading = new VoiceReading(searcher, of);
        Pass.over(searcher, SelectionQuery.having(selection, of.having()), reading::taking);
        return new Voices(reading.total, reading.voices());
    }

    private Pass.Visit taking(LeafReaderContext segment) throws IOException {
        NumericDocValues times = SegmentValues.numbers(segment, Fields.WRITTEN_AT);
        NumericDocValues ids = SegmentValues.numbers(segment, Fields.ID);
        return doc -> {
            total++;
            long id = SegmentValues.number(ids, doc);
            long lot = lot(id);
            if (lot <= highest) {
                found.add(new Found(segment.docBase + doc, SegmentValues.number(times, doc), id, lot));
                if (found.size() == room) draw();
            }
            return true;
        };
    }

    private void draw() {
        if (found.size() <= of.limit()) return;
        found.sort(DRAWN);
        found.subList(of.limit(), found.size()).clear();
        highest = found.getLast().lot;
    }

    /** Each id has its own: the finaliser of MurmurHash3, which is one to one and spreads ids that follow each other. */
    private static long lot(long id) {
        long mixed = (id ^ (id >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    private List<Voices.Voice> voices() throws IOException {
        draw();
        found.sort(NEWEST);
        Integer[] byDocument = new Integer[found.size()];
        Arrays.setAll(byDocument, i -> i);
        Arrays.sort(byDocument, Comparator.comparingInt(i -> found.get(i).doc));
        Voices.Voice[] voices = new Voices.Voice[found.size()];
        StoredFields stored = searcher.storedFields();
        Segment segment = null;
        for (int at : byDocument) {
            Found one = found.get(at);
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
