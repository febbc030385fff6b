package huisheng.index;

import huisheng.review.Dimension;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;

/** What Lucene alone does with an index of ours: the measure that our own answers are held against. Blocks. */
public final class BareLucene implements AutoCloseable {
    private static final int PAGE = 20;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private BareLucene(DirectoryReader reader) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
    }

    /** Opens the last commit. */
    public static BareLucene open(Path folder) throws IOException {
        return new BareLucene(DirectoryReader.open(FSDirectory.open(folder)));
    }

    /** The 20 best of a phrase: no filter, no exact total, no order by time, no highlights. */
    public int top(String phrase) throws IOException {
        Query query = SelectionQuery.of(QueryTerms.phrase(phrase, 0));
        return searcher.search(query, new TopScoreDocCollectorManager(PAGE, null, 1_000)).scoreDocs.length;
    }

    /** Reads the time of every review through a query for all, and does nothing with it. */
    public long times() throws IOException {
        long[] sum = {0};
        Pass.over(searcher, MatchAllDocsQuery.INSTANCE, segment -> {
            NumericDocValues times = SegmentValues.numbers(segment, Fields.WRITTEN_AT);
            return doc -> {
                sum[0] += SegmentValues.number(times, doc);
                return true;
            };
        });
        return sum[0];
    }

    /** Reads the keywords of every review through a query for all, and does nothing with them. */
    public long keywords() throws IOException {
        long[] sum = {0};
        Pass.over(searcher, MatchAllDocsQuery.INSTANCE, segment -> keywords(segment, sum));
        return sum[0];
    }

    private static Pass.Visit keywords(LeafReaderContext segment, long[] sum) throws IOException {
        var ordinals = SegmentValues.ordinals(SegmentValues.values(segment, Dimension.KEYWORD.key()));
        int[] read = new int[SegmentValues.Ordinals.MOST];
        return doc -> {
            sum[0] += ordinals.read(doc, read);
            return true;
        };
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
