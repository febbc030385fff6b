package huisheng.index;

import huisheng.review.Position;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of an index: opens them, or empties the folder where they are of no use any more. */
final class IndexFolder {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final String POSITION = "position";
    private static final String INSTALLATION = "installation";
    private static final String SCHEMA = "schema";
    /** Newest first, so that every segment gives a page of the newest without sorting. */
    static final Sort ORDER = new Sort(
            new SortField(Fields.WRITTEN_AT, SortField.Type.LONG, true),
            new SortField(Fields.ID, SortField.Type.LONG, true));

    /**
     * What one refresh writes under load, about: by default segments below 16 MB count as equal, and each is merged again
     * and again until it is so large.
     */
    private static final double SMALL_SEGMENT_MB = 2;
    /** Each more saves merging and costs every question a look. */
    private static final double SEGMENTS_PER_TIER = 10;

    private final Directory directory;
    private final UUID installation;
    private final int ramBufferMb;

    IndexFolder(Directory directory, UUID installation, int ramBufferMb) {
        this.directory = directory;
        this.installation = installation;
        this.ramBufferMb = ramBufferMb;
    }

    /** A writer on the last commit, or on an empty index where that is unreadable or of another making. */
    IndexWriter open() throws IOException {
        try {
            if (!usable()) empty();
            return writer();
        } catch (IOException e) {
            if (!unreadable(e)) throw e;
            LOG.warn("the index is damaged and will be filled again: {}", e.toString());
            empty();
            return writer();
        }
    }

    Position position() throws IOException {
        String position = SegmentInfos.readLatestCommit(directory).getUserData().get(POSITION);
        return position == null ? Position.START : Position.parse(position);
    }

    void commit(IndexWriter writer, Position position) throws IOException {
        writer.setLiveCommitData(
                Map.of(POSITION, position.toString(), INSTALLATION, installation.toString(), SCHEMA, Fields.SCHEMA)
                        .entrySet());
        long sequence = writer.commit();
        LOG.trace("committed {} as {}", position, sequence);
    }

    void close() throws IOException {
        directory.close();
    }

    private boolean usable() throws IOException {
        if (!DirectoryReader.indexExists(directory)) return directory.listAll().length == 0;
        Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
        if (installation.toString().equals(data.get(INSTALLATION)) && Fields.SCHEMA.equals(data.get(SCHEMA))) {
            return true;
        }
        LOG.info("the index is of another database or format and will be filled again");
        return false;
    }

    private IndexWriter writer() throws IOException {
        boolean fresh = !DirectoryReader.indexExists(directory);
        IndexWriter writer = new IndexWriter(directory, config());
        try {
            if (fresh) commit(writer, Position.START);
            return writer;
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    private IndexWriterConfig config() {
        return new IndexWriterConfig(new KeywordAnalyzer())
                .setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_COMPRESSION))
                .setIndexSort(ORDER)
                .setMergePolicy(merging())
                .setRAMBufferSizeMB(ramBufferMb)
                // a refresh shows reviews at once; merges come in the background
                .setMaxFullFlushMergeWaitMillis(0)
                // what was put after the last commit has no position and is put again
                .setCommitOnClose(false);
    }

    private static MergePolicy merging() {
        return new TieredMergePolicy().setFloorSegmentMB(SMALL_SEGMENT_MB).setSegmentsPerTier(SEGMENTS_PER_TIER);
    }

    private void empty() throws IOException {
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) directory.deleteFile(file);
        }
    }

    private static boolean unreadable(IOException e) {
        return e instanceof CorruptIndexException
                || e instanceof IndexFormatTooOldException
                || e instanceof IndexFormatTooNewException
                || e instanceof EOFException
                || e instanceof FileNotFoundException
                || e instanceof NoSuchFileException;
    }
}
