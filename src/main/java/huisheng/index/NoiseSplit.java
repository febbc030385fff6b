package huisheng.index;

import huisheng.review.Noise;
import huisheng.review.Selection;
import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Walks over a selection with its noise, so that one pass tells what is counted without it, with it, and as the
 * selection asks. Counts the stances of both on the way.
 */
final class NoiseSplit {
    private final Noise asked;
    private final long[] clean = new long[Grouping.LABELS];
    private final long[] noisy = new long[Grouping.LABELS];

    NoiseSplit(Noise asked) {
        this.asked = asked;
    }

    /** Matches what the selection does, and what it would with noise. */
    static Query query(Selection selection) {
        return SelectionQuery.of(selection.with(selection.filter().with(Noise.INCLUDE)));
    }

    NoiseCounts counts() {
        long[] all = clean.clone();
        for (int i = 0; i < all.length; i++) all[i] += noisy[i];
        return new NoiseCounts(StanceCounts.of(clean), StanceCounts.of(all));
    }

    Segment enter(LeafReaderContext segment) throws IOException {
        return new Segment(segment);
    }

    /** To be asked for rising documents only. */
    final class Segment {
        private final StanceReader stances;
        private final @Nullable PostingsEnum flagged;
        private int nextFlagged;
        private int label;
        private boolean flag;

        private Segment(LeafReaderContext segment) throws IOException {
            stances = new StanceReader(segment);
            flagged = segment.reader().postings(new Term(Fields.NOISY, Fields.YES), PostingsEnum.NONE);
            nextFlagged = flagged == null ? DocIdSetIterator.NO_MORE_DOCS : -1;
        }

        /** Counts a review. @return whether the selection asks for it */
        boolean review(int doc) throws IOException {
            label = stances.label(doc);
            if (nextFlagged < doc && flagged != null) nextFlagged = flagged.advance(doc);
            flag = nextFlagged == doc;
            (flag ? noisy : clean)[label]++;
            return asked == Noise.INCLUDE || flag == (asked == Noise.ONLY);
        }

        /** Of the review counted last, by {@link Grouping#column}. */
        int label() {
            return label;
        }

        /** Whether the review counted last carries a noise flag. */
        boolean flagged() {
            return flag;
        }
    }
}
