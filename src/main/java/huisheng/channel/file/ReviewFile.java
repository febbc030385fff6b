package huisheng.channel.file;

import huisheng.channel.Mapping;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of reviews: CSV, XLSX, a JSON array or JSON lines, all but XLSX also gzipped; told apart by content. Reads as it goes,
 * in constant memory but for the shared strings of an XLSX. One thread at a time; iterating throws
 * {@link UncheckedIOException} where the disk fails.
 */
public final class ReviewFile implements Iterator<ReviewRow>, AutoCloseable {
    private final Rows rows;
    private @Nullable ReviewRow next;

    private ReviewFile(Rows rows) throws IOException {
        this.rows = rows;
        this.next = rows.next();
    }

    public static ReviewFile open(Path path, Mapping mapping) throws IOException {
        Rows rows = rows(path, mapping);
        try {
            return new ReviewFile(rows);
        } catch (IOException | RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    private static Rows rows(Path path, Mapping mapping) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(4);
        }
        if (head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3) return XlsxRows.open(path);
        Charset charset = mapping.charset() == null ? charset(path) : Charset.forName(mapping.charset());
        Reader reader = Encoding.reader(stream(path), charset);
        try {
            return TextRows.open(reader, mapping.delimiter());
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static Charset charset(Path path) throws IOException {
        try (InputStream in = stream(path)) {
            return Encoding.detect(in);
        }
    }

    private static InputStream stream(Path path) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            file.mark(2);
            boolean gzip = file.read() == 0x1F && file.read() == 0x8B;
            file.reset();
            return gzip ? new BufferedInputStream(new GZIPInputStream(file, 1 << 16), 1 << 16) : file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public ReviewRow next() {
        ReviewRow row = next;
        if (row == null) throw new NoSuchElementException();
        try {
            next = rows.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
