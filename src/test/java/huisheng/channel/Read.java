package huisheng.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import java.time.Instant;
import java.util.Map;

/** Short ways to read one item. */
final class Read {
    static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    private Read() {}

    static Reading item(String channel, String json) {
        return item(Connectors.of(channel).orElseThrow(), json);
    }

    static Reading item(Connector connector, String json) {
        return connector.read(new Payload(3, Json.read(json.replace('\'', '"'), JsonNode.class), NOW, Map.of()));
    }

    static RawReview one(String channel, String json) {
        Reading reading = item(channel, json);
        assertThat(reading.rejections()).isEmpty();
        assertThat(reading.reviews()).hasSize(1);
        return reading.reviews().getFirst();
    }

    static Rejection rejection(String channel, String json) {
        Reading reading = item(channel, json);
        assertThat(reading.reviews()).isEmpty();
        assertThat(reading.rejections()).hasSize(1);
        return reading.rejections().getFirst();
    }
}
