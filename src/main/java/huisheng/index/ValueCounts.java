package huisheng.index;

import huisheng.review.Dimension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.LongValues;

/** Counts the reviews of one pass by their values in a dimension. */
final class ValueCounts implements Pass.Visitor {
    private final Vocabulary vocabulary;
    private final String field;
    private final int[] counts;
    private long reviews;
    private long without;

    ValueCounts(Vocabulary.Cache vocabularies, IndexReader reader, Dimension dimension) throws IOException {
        this(vocabularies, reader, Fields.counting(dimension));
    }

    ValueCounts(Vocabulary.Cache vocabularies, IndexReader reader, String field) throws IOException {
        this.field = field;
        this.vocabulary = vocabularies.of(reader, field);
        this.counts = new int[vocabulary.size()];
    }

    static ValueCounts of(IndexSearcher searcher, Vocabulary.Cache vocabularies, Query query, Dimension dimension)
            throws IOException {
        ValueCounts counts = new ValueCounts(vocabularies, searcher.getIndexReader(), dimension);
        Pass.over(searcher, query, counts);
        return counts;
    }

    @Override
    public Pass.Visit enter(LeafReaderContext segment) throws IOException {
        SortedSetDocValues values = SegmentValues.values(segment, field);
        SegmentValues.Ordinals ordinals = SegmentValues.ordinals(values);
        int[] ofSegment = new int[Math.toIntExact(values.getValueCount())];
        int[] read = new int[SegmentValues.Ordinals.MOST];
        return new Pass.Visit() {
            @Override
            public boolean review(int doc) throws IOException {
                int n = ordinals.read(doc, read);
                for (int i = 0; i < n; i++) ofSegment[read[i]]++;
                reviews++;
                if (n == 0) without++;
                return true;
            }

            @Override
            public void done() {
                LongValues numbers = vocabulary.ofSegment(segment);
                for (int i = 0; i < ofSegment.length; i++) {
                    if (ofSegment[i] > 0) counts[(int) numbers.get(i)] += ofSegment[i];
                }
            }
        };
    }

    long reviews() {
        return reviews;
    }

    /** Reviews without any value. */
    long without() {
        return without;
    }

    int[] counts() {
        return counts;
    }

    long count(String value) throws IOException {
        int number = vocabulary.number(value);
        return number < 0 ? 0 : counts[number];
    }

    String value(int number) throws IOException {
        return vocabulary.value(number);
    }

    /** The most frequent values, most frequent first, and in order of value where frequent alike. */
    List<SearchPage.Facet> top(int limit) throws IOException {
        // numbers follow the order of the values, so that comparing them breaks ties
        Comparator<Integer> better =
                Comparator.<Integer>comparingInt(number -> -counts[number]).thenComparingInt(number -> number);
        PriorityQueue<Integer> worstFirst = new PriorityQueue<>(limit + 1, better.reversed());
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] == 0) continue;
            worstFirst.add(number);
            if (worstFirst.size() > limit) worstFirst.remove();
        }
        List<Integer> numbers = new ArrayList<>(worstFirst);
        numbers.sort(better);
        List<SearchPage.Facet> facets = new ArrayList<>();
        for (int number : numbers) facets.add(new SearchPage.Facet(value(number), counts[number]));
        return facets;
    }
}
