package huisheng.channel.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table whose first row names the columns. Quoted cells may hold line ends. */
final class CsvRows implements Rows {
    private static final CsvMapper MAPPER = CsvMapper.csvBuilder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private final MappingIterator<String[]> lines;
    private final TableHeader header;
    private long number;

    private CsvRows(MappingIterator<String[]> lines, TableHeader header) {
        this.lines = lines;
        this.header = header;
    }

    static CsvRows open(Reader reader, char delimiter) throws IOException {
        MappingIterator<String[]> lines = MAPPER.readerFor(String[].class)
                .with(CsvSchema.emptySchema().withColumnSeparator(delimiter))
                .readValues(reader);
        TableHeader header = new TableHeader(lines.hasNextValue() ? List.of(lines.nextValue()) : List.of());
        return new CsvRows(lines, header);
    }

    /** The sign that parts the first line best; quoted cells do not count. */
    static char delimiter(String head) {
        int[] counts = new int[128];
        boolean quoted = false;
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c == '\n' || c == '\r') break;
            if (c < counts.length) counts[c]++;
        }
        char best = ',';
        for (char c : new char[] {';', '\t', '|'}) if (counts[c] > counts[best]) best = c;
        return best;
    }

    @Override
    public @Nullable ReviewRow next() throws IOException {
        try {
            return lines.hasNextValue() ? ReviewRow.of(++number, header.row(List.of(lines.nextValue()))) : null;
        } catch (JsonProcessingException e) {
            return ReviewRow.bad(++number, "表格行格式错误", "malformed table row");
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
