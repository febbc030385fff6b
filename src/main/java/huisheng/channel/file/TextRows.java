package huisheng.channel.file;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Chooses between JSON and CSV by the first characters. */
final class TextRows {
    private static final int HEAD = 16_384;

    private TextRows() {}

    static Rows open(Reader reader, @Nullable String delimiter) throws IOException {
        reader.mark(HEAD);
        char[] buffer = new char[HEAD - 1];
        int length = 0;
        for (int read = 0; read >= 0 && length < buffer.length; length += Math.max(0, read)) {
            read = reader.read(buffer, length, buffer.length - length);
        }
        reader.reset();
        String head = new String(buffer, 0, length).stripLeading();
        if (head.startsWith("[")) return new JsonArrayRows(reader);
        if (head.startsWith("{")) return new JsonLineRows(reader);
        return CsvRows.open(reader, delimiter == null ? CsvRows.delimiter(head) : delimiter.charAt(0));
    }
}
