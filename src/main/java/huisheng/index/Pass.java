package huisheng.index;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** One walk over all reviews that a query matches, segment by segment, newest first within each. */
final class Pass {
    private Pass() {}

    /** What is done within one segment. */
    @FunctionalInterface
    interface Visit {
        /** @return false when nothing more is wanted of this segment */
        boolean review(int doc) throws IOException;

        default void done() throws IOException {}
    }

    /** Prepares the visit of a segment; called for segments in order. */
    interface Visitor {
        Visit enter(LeafReaderContext segment) throws IOException;
    }

    static void over(IndexSearcher searcher, Query query, Visitor visitor) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            BulkScorer scorer = weight.bulkScorer(segment);
            if (scorer == null) continue;
            SnapshotSearcher.check(searcher);
            Visit visit = visitor.enter(segment);
            walk(scorer, segment, new Collect(searcher, visit));
            visit.done();
        }
    }

    private static void walk(BulkScorer scorer, LeafReaderContext segment, Collect collect) throws IOException {
        try {
            int end = scorer.score(collect, segment.reader().getLiveDocs(), 0, DocIdSetIterator.NO_MORE_DOCS);
            assert end == DocIdSetIterator.NO_MORE_DOCS;
        } catch (CollectionTerminatedException e) {
            // the visit has seen enough of this segment
        }
    }

    private static final class Collect implements LeafCollector {
        /** Reviews between two looks at whether the answer is still wanted. */
        private static final int STRIDE = 4096;

        private final IndexSearcher searcher;
        private final Visit visit;
        private int unchecked;

        Collect(IndexSearcher searcher, Visit visit) {
            this.searcher = searcher;
            this.visit = visit;
        }

        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) throws IOException {
            if (++unchecked == STRIDE) {
                unchecked = 0;
                SnapshotSearcher.check(searcher);
            }
            if (!visit.review(doc)) throw new CollectionTerminatedException();
        }
    }
}
