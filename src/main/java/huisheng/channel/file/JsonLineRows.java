package huisheng.channel.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** One JSON value a line; a bad or endless line costs only itself. */
final class JsonLineRows implements Rows {
    /** Characters; a review with everything allowed takes a tenth of it. */
    private static final int LONGEST = 1 << 20;

    private final Reader reader;
    private final StringBuilder line = new StringBuilder();
    private long number;

    JsonLineRows(Reader reader) {
        this.reader = reader;
    }

    @Override
    public @Nullable ReviewRow next() throws IOException {
        while (readLine()) {
            if (line.toString().isBlank()) continue;
            return parse(++number);
        }
        return null;
    }

    private ReviewRow parse(long at) {
        if (line.length() > LONGEST) return ReviewRow.bad(at, "行过长", "the line is too long");
        try {
            JsonNode item = Json.MAPPER.readTree(line.toString());
            return ReviewRow.of(at, item);
        } catch (JsonProcessingException e) {
            return ReviewRow.bad(at, "不是合法的 JSON", "not valid JSON");
        }
    }

    /** False at the end. Of an endless line only so much is kept that its length shows. */
    private boolean readLine() throws IOException {
        line.setLength(0);
        int c = reader.read();
        if (c < 0) return false;
        for (; c >= 0 && c != '\n'; c = reader.read()) if (line.length() <= LONGEST) line.append((char) c);
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
