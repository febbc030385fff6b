package huisheng.index;

import huisheng.review.Dimension;
import huisheng.review.Noise;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/** Counts values in a window, with and without its noise, and in a baseline: one pass each. */
final class ContrastCounting {
    private ContrastCounting() {}

    static ContrastCounts of(
            IndexSearcher searcher,
            Vocabulary.Cache vocabularies,
            Dimension dimension,
            Selection window,
            Selection baseline,
            int minimum)
            throws IOException {
        NoiseSplit noise = new NoiseSplit(window.filter().noise());
        ValueCounts clean = new ValueCounts(vocabularies, searcher.getIndexReader(), dimension);
        ValueCounts noisy = new ValueCounts(vocabularies, searcher.getIndexReader(), dimension);
        Pass.over(searcher, NoiseSplit.query(window), segment -> splitting(segment, noise, clean, noisy));
        ValueCounts before = ValueCounts.of(searcher, vocabularies, SelectionQuery.of(baseline), dimension);
        Noise asked = window.filter().noise();
        List<ContrastCounts.Count> counts = new ArrayList<>();
        for (int i = 0; i < before.counts().length; i++) {
            long without = clean.counts()[i];
            long with = without + noisy.counts()[i];
            long n = asked == Noise.INCLUDE ? with : asked == Noise.ONLY ? with - without : without;
            int m = before.counts()[i];
            // a minimum of 0 must not list what neither holds
            if (Math.max(n, m) < Math.max(minimum, 1)) continue;
            counts.add(new ContrastCounts.Count(before.value(i), n, m, without, with));
        }
        long reviews = (asked == Noise.ONLY ? 0 : clean.reviews()) + (asked == Noise.EXCLUDE ? 0 : noisy.reviews());
        return new ContrastCounts(reviews, before.reviews(), counts, noise.counts());
    }

    private static Pass.Visit splitting(
            LeafReaderContext segment, NoiseSplit noise, ValueCounts clean, ValueCounts noisy) throws IOException {
        NoiseSplit.Segment split = noise.enter(segment);
        Pass.Visit unflagged = clean.enter(segment);
        Pass.Visit flagged = noisy.enter(segment);
        return new Pass.Visit() {
            @Override
            public boolean review(int doc) throws IOException {
                boolean asked = split.review(doc);
                boolean goesOn = (split.flagged() ? flagged : unflagged).review(doc);
                return goesOn || asked;
            }

            @Override
            public void done() throws IOException {
                unflagged.done();
                flagged.done();
            }
        };
    }
}
