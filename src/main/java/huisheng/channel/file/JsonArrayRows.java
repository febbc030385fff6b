package huisheng.channel.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The elements of one JSON array. After a syntax error nothing can be trusted, so it is the last row. */
final class JsonArrayRows implements Rows {
    private final JsonParser parser;
    private long number;
    private boolean over;

    JsonArrayRows(Reader reader) throws IOException {
        parser = Json.MAPPER.createParser(reader);
        over = parser.nextToken() != JsonToken.START_ARRAY;
    }

    @Override
    public @Nullable ReviewRow next() throws IOException {
        if (over) return null;
        try {
            JsonToken token = parser.nextToken();
            over = token == null || token == JsonToken.END_ARRAY;
            return over ? null : ReviewRow.of(++number, parser.<JsonNode>readValueAsTree());
        } catch (JsonProcessingException e) {
            over = true;
            String where = e.getLocation() == null
                    ? "?"
                    : String.valueOf(e.getLocation().getLineNr());
            return ReviewRow.bad(
                    ++number,
                    "JSON 在第 " + where + " 行出错，其后内容未读",
                    "bad JSON at line " + where + ", the rest is not read");
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
