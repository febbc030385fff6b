package huisheng.index;

import huisheng.review.Dimension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Finds the newest reviews of a query and the place in each that shows a value. */
final class Quoting {
    /** UTF-16 units of a quote at most. */
    private static final int MAX_TEXT = 80;

    private static final String ENDS = "。！？!?；;\n";
    private static final String CLAUSE_ENDS = ENDS + "，,、：:~～…";

    private Quoting() {}

    /** @param value that the query's reviews have in the dimension */
    static List<Quote> of(IndexSearcher searcher, Query query, @Nullable Dimension dimension, String value, int limit)
            throws IOException {
        Newest newest = new Newest(limit);
        Pass.over(searcher, query, segment -> taking(segment, newest));
        List<Quote> quotes = new ArrayList<>();
        for (int i = 0; i < newest.size(); i++) {
            quotes.add(quote(searcher, newest.id(i), newest.doc(i), dimension, value));
        }
        return quotes;
    }

    private static Pass.Visit taking(LeafReaderContext segment, Newest newest) throws IOException {
        NumericDocValues times = SegmentValues.numbers(segment, Fields.WRITTEN_AT);
        NumericDocValues ids = SegmentValues.numbers(segment, Fields.ID);
        return doc -> {
            long time = SegmentValues.number(times, doc);
            if (!newest.wants(time)) return false;
            newest.offer(time, SegmentValues.number(ids, doc), segment.docBase + doc);
            return true;
        };
    }

    private static Quote quote(IndexSearcher searcher, long id, int doc, @Nullable Dimension dimension, String value)
            throws IOException {
        Document stored = searcher.storedFields().document(doc, Set.of(Fields.TEXT, Fields.SPANS));
        String text = stored.get(Fields.TEXT);
        String spans = stored.get(Fields.SPANS);
        SearchPage.Span span = span(text, spans == null ? "" : spans, dimension, value);
        return new Quote(id, span.start(), span.end(), around(text, span, ENDS));
    }

    private static SearchPage.Span span(String text, String spans, @Nullable Dimension dimension, String value) {
        for (Spans.Found found : Spans.read(spans)) {
            if (found.dimension() != dimension || found.end() > text.length()) continue;
            String said = dimension == Dimension.NEED ? text.substring(found.start(), found.end()) : found.value();
            if (Fields.value(said).equals(value)) return new SearchPage.Span(found.start(), found.end());
        }
        if (dimension == Dimension.KEYWORD && !Unit.of(value).isEmpty()) {
            List<SearchPage.Span> said = Highlights.of(List.of((QueryNode.Phrase) QueryTerms.phrase(value, 0)), text);
            if (!said.isEmpty()) return said.getFirst();
        }
        return new SearchPage.Span(0, text.length());
    }

    /** The span, and the clause that holds it. */
    static Quote clause(long id, String text, SearchPage.Span span) {
        return new Quote(id, span.start(), span.end(), around(text, span, CLAUSE_ENDS));
    }

    /** The sentence that holds the span; where it is long, what stands near. */
    private static String around(String text, SearchPage.Span span, String ends) {
        int start = span.start();
        int end = span.end();
        while (start > 0 && ends.indexOf(text.charAt(start - 1)) < 0) start--;
        while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) end++;
        if (end - start > MAX_TEXT) {
            int room = Math.max(0, MAX_TEXT - (span.end() - span.start()));
            start = Math.max(start, span.start() - room / 2);
            end = Math.min(end, start + MAX_TEXT);
        }
        return whole(text, start, end).strip();
    }

    /** Never half a surrogate pair. */
    private static String whole(String text, int start, int end) {
        int from = start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
        int until = end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
        return from < until ? text.substring(from, until) : "";
    }
}
