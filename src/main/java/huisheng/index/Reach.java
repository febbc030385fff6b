package huisheng.index;

import huisheng.review.Position;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.jspecify.annotations.Nullable;

/**
 * How far puts have come, so that each searcher knows what it shows although puts go on while it is made. Puts are told
 * by one thread at a time, and so are refreshes.
 */
final class Reach extends SearcherFactory {
    private volatile Position begun;
    private volatile Position done;
    private volatile Position beforeRefresh;

    Reach(Position committed) {
        this.begun = committed;
        this.done = committed;
        this.beforeRefresh = committed;
    }

    void begin(Position last) {
        begun = last;
    }

    void finish() {
        done = begun;
    }

    /** To be told before the reader of the next searcher is opened. */
    void refreshing() {
        beforeRefresh = done;
    }

    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
        return new ShownSearcher(reader, beforeRefresh, begun);
    }
}
