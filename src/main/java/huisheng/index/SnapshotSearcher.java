package huisheng.index;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/** A searcher that can be told to give up. */
final class SnapshotSearcher extends IndexSearcher {
    private final Stop stop;

    SnapshotSearcher(IndexReader reader, Stop stop) {
        super(reader);
        this.stop = stop;
    }

    /** @throws Stopped where nobody waits any more */
    static void check(IndexSearcher searcher) {
        if (searcher instanceof SnapshotSearcher asked && asked.stop.wanted()) throw new Stopped();
    }
}
