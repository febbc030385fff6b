package huisheng.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;

/**
 * One item of a push or one row of a file.
 *
 * @param index of the item in its batch, from 0
 * @param now the time of receipt; the future starts here
 * @param defaults what the item need not say, by field name of the review: brand, product, productName, store, region,
 *     variant, language, writtenAt
 */
public record Payload(int index, JsonNode item, Instant now, Map<String, String> defaults) {
    public Payload {
        defaults = Map.copyOf(defaults);
    }

    public static Payload of(int index, JsonNode item, Instant now) {
        return new Payload(index, item, now, Map.of());
    }
}
