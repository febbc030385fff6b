package huisheng.index;

import huisheng.review.Change;
import huisheng.review.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** The index in a folder of this machine. One process may have it open. */
public final class LuceneReviewIndex implements ReviewIndex {
    private final IndexFolder folder;
    private final Vocabulary.Cache vocabularies = new Vocabulary.Cache();
    private volatile Open open;
    private volatile Position committed;
    /** Written under the lock of this. */
    private volatile boolean broken;

    /** What is replaced as a whole by {@link #recover}. */
    private record Open(IndexWriter writer, SearcherManager searchers, Reach reach) {
        static Open of(IndexFolder folder) throws IOException {
            IndexWriter writer = folder.open();
            try {
                Reach reach = new Reach(folder.position());
                return new Open(writer, new SearcherManager(writer, reach), reach);
            } catch (IOException | RuntimeException e) {
                writer.rollback();
                throw e;
            }
        }

        void close() throws IOException {
            try (searchers) {
                writer.rollback();
            }
        }
    }

    private interface Write {
        void to(IndexWriter writer) throws IOException;
    }

    private LuceneReviewIndex(IndexFolder folder) throws IOException {
        this.folder = folder;
        this.open = Open.of(folder);
        this.committed = folder.position();
    }

    /**
     * Opens the folder, making it where it is missing. An index that belongs to another installation, is of another
     * format or is damaged is deleted, and the new one starts empty.
     *
     * @param installation of the database that the changes come from
     */
    public static LuceneReviewIndex open(IndexSettings settings, UUID installation) throws IOException {
        return open(FSDirectory.open(settings.directory()), installation, settings.ramBufferMb());
    }

    static LuceneReviewIndex open(Directory directory, UUID installation, int ramBufferMb) throws IOException {
        try {
            return new LuceneReviewIndex(new IndexFolder(directory, installation, ramBufferMb));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    @Override
    public Position committed() {
        return committed;
    }

    @Override
    public void put(List<Change> batch) throws IOException {
        if (batch.isEmpty()) return;
        write(writer -> {
            Reach reach = open.reach();
            reach.begin(batch.getLast().position());
            for (Change change : batch) put(writer, change);
            reach.finish();
        });
    }

    private static void put(IndexWriter writer, Change change) throws IOException {
        var key = ReviewDocument.key(change.reviewId());
        var analysed = change.analysed();
        long sequence = analysed == null
                ? writer.deleteDocuments(key)
                : writer.updateDocument(key, ReviewDocument.of(analysed));
        assert sequence >= 0;
    }

    /** Takes no lock: puts go on while what was put before becomes a segment. */
    @Override
    public void refresh() throws IOException {
        Open current = open;
        if (broken) throw notRecovered();
        try {
            // one at a time, so that what was put before is told of the searcher that shows it
            synchronized (current.reach()) {
                current.reach().refreshing();
                current.searchers().maybeRefreshBlocking();
            }
        } catch (IOException | AlreadyClosedException e) {
            if (fail(current)) throw new IOException("the index could not be refreshed", e);
        }
    }

    /** False where a recovery came between: what it opened is fresh. */
    private synchronized boolean fail(Open failed) {
        if (!failed.equals(open)) return false;
        broken = true;
        return true;
    }

    @Override
    public void commit(Position position) throws IOException {
        write(writer -> {
            folder.commit(writer, position);
            committed = position;
        });
    }

    @Override
    public synchronized Position recover() throws IOException {
        broken = true;
        Open failed = open;
        failed.writer().rollback();
        open = Open.of(folder);
        failed.searchers().close();
        committed = folder.position();
        broken = false;
        return committed;
    }

    private synchronized void write(Write write) throws IOException {
        if (broken) throw notRecovered();
        try {
            write.to(open.writer());
        } catch (IOException e) {
            broken = true;
            throw e;
        } catch (AlreadyClosedException e) {
            // Lucene closes a writer by itself when a flush or merge in the background fails
            broken = true;
            throw new IOException("the index was closed by an earlier failure", e);
        }
    }

    private static IOException notRecovered() {
        return new IOException("an earlier write to the index failed; it must recover first");
    }

    @Override
    public ReviewSnapshot snapshot(Stop stop) throws IOException {
        Open current = open;
        try {
            IndexSearcher searcher = current.searchers().acquire();
            return new LuceneSnapshot(
                    (ShownSearcher) searcher,
                    stop,
                    vocabularies,
                    () -> current.searchers().release(searcher));
        } catch (AlreadyClosedException e) {
            // a recovery came between; what it opened is asked instead
            if (current.equals(open)) throw new IOException("the index is closed", e);
            return snapshot(stop);
        }
    }

    @Override
    public long size() {
        try {
            return ask(ReviewSnapshot::size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void check(String query) {
        QueryNode node = QueryParser.parse(query);
        assert node != null;
    }

    @Override
    public synchronized void close() throws IOException {
        broken = true;
        try {
            open.close();
        } finally {
            folder.close();
        }
    }
}
