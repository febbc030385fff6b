package huisheng.index;

import huisheng.review.Dimension;
import huisheng.review.Position;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** One open reader; given back when closed. */
final class LuceneSnapshot implements ReviewSnapshot {
    private final ShownSearcher shown;
    private final IndexSearcher searcher;
    private final Vocabulary.Cache vocabularies;
    private final Release release;

    /** Gives the reader back. */
    @FunctionalInterface
    interface Release {
        void run() throws IOException;
    }

    LuceneSnapshot(ShownSearcher shown, Stop stop, Vocabulary.Cache vocabularies, Release release) {
        this.shown = shown;
        this.searcher = new SnapshotSearcher(shown.getIndexReader(), stop);
        this.vocabularies = vocabularies;
        this.release = release;
    }

    @Override
    public Position position() {
        return shown.from();
    }

    @Override
    public boolean settled() {
        return shown.settled();
    }

    @Override
    public long size() {
        return searcher.getIndexReader().numDocs();
    }

    @Override
    public List<String> pipelines(Selection selection) throws IOException {
        return Pipelines.of(searcher, vocabularies, SelectionQuery.of(selection));
    }

    @Override
    public SearchPage search(ReviewSearch search) throws IOException {
        return Searching.of(searcher, vocabularies, search);
    }

    @Override
    public SentimentCounts sentiment(Selection selection, Interval interval, @Nullable Dimension by, int maxGroups)
            throws IOException {
        return SentimentCounting.of(searcher, vocabularies, selection, interval, by, maxGroups);
    }

    @Override
    public TermCounts terms(Selection selection, Interval interval, List<String> terms) throws IOException {
        return TermCounting.of(searcher, selection, interval, terms);
    }

    @Override
    public ContrastCounts contrast(Dimension dimension, Selection window, Selection baseline, int minimum)
            throws IOException {
        return ContrastCounting.of(searcher, vocabularies, dimension, window, baseline, minimum);
    }

    @Override
    public Tally tally(Selection selection, Tally.By by) throws IOException {
        return Tallying.of(searcher, vocabularies, selection, by);
    }

    @Override
    public AspectMoments moments(Selection selection, AspectMoments.Outcome outcome, int most) throws IOException {
        return MomentsCounting.of(searcher, vocabularies, selection, outcome, most);
    }

    @Override
    public NoiseCounts noise(Selection selection) throws IOException {
        NoiseSplit noise = new NoiseSplit(selection.filter().noise());
        Pass.over(searcher, NoiseSplit.query(selection), segment -> {
            NoiseSplit.Segment split = noise.enter(segment);
            return doc -> {
                boolean asked = split.review(doc);
                return asked || split.label() >= 0;
            };
        });
        return noise.counts();
    }

    @Override
    public List<Quote> quotes(Selection selection, @Nullable Dimension dimension, String value, int limit)
            throws IOException {
        if (dimension == null) return Quoting.of(searcher, SelectionQuery.of(selection), null, value, limit);
        QueryNode has = new QueryNode.Is(dimension, Set.of(value));
        return Quoting.of(searcher, SelectionQuery.of(selection, has), dimension, value, limit);
    }

    @Override
    public Voices voices(Selection selection, Voices.Of of) throws IOException {
        return VoiceReading.of(searcher, selection, of);
    }

    @Override
    public void close() throws IOException {
        release.run();
    }
}
