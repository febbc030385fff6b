package huisheng;

import static huisheng.LocalService.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import huisheng.store.EmbeddedDatabases;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A person's labels, from the call to search, trend and corpus. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionIT {
    private LocalService service;

    @BeforeAll
    void pushPraise() throws Exception {
        service = LocalService.start(LocalService.folder("correction"), EmbeddedDatabases.url());
        List<Map<String, Object>> reviews = IntStream.range(0, 6)
                .mapToObj(i -> LocalService.review("c" + i, "质量很好，非常满意，第" + i + "次买", i + 1))
                .toList();
        assertThat(service.push(reviews).path("accepted").asInt()).isEqualTo(6);
        waitFor(() -> inTrend("positive") == 6);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private JsonNode negative() throws Exception {
        return service.get(service.key(), "/api/v1/reviews?noise=include&sentiment=negative");
    }

    private int inTrend(String label) throws Exception {
        JsonNode trend = service.get(service.key(), "/api/v1/trends/sentiment?interval=month");
        int n = 0;
        for (JsonNode point : trend.path("points"))
            n += point.path("stance").path(label).asInt();
        return n;
    }

    @Test
    void correction_reachesSearchTrendAndCorpus_andItsEndToo() throws Exception {
        assertThat(negative().path("total").asInt()).isZero();
        String id = service.get(service.key(), "/api/v1/reviews?limit=1")
                .at("/hits/0/id")
                .asText();
        String path = "/api/v1/reviews/" + id + "/correction";
        JsonNode kept = service.put(
                path,
                "{\"sentiment\":\"negative\",\"opinions\":[{\"aspect\":\"quality\",\"polarity\":\"negative\","
                        + "\"opinion\":\"质量很好\"}],\"intents\":[\"complaint\"]}");
        assertThat(kept.at("/correction/by").asText()).isEqualTo("first");
        waitFor(() -> negative().path("total").asInt() == 1);
        JsonNode hit = negative().at("/hits/0");
        assertThat(hit.path("id").asText()).isEqualTo(id);
        assertThat(hit.at("/correction/fields"))
                .extracting(JsonNode::asText)
                .containsExactly("sentiment", "opinions", "intents");
        assertThat(inTrend("positive")).isEqualTo(5);
        assertThat(inTrend("negative")).isEqualTo(1);
        JsonNode row = Json.read(
                service.send(service.request(service.key(), "/api/v1/corrections"))
                        .body(),
                JsonNode.class);
        assertThat(row.path("sentiment").asText()).isEqualTo("negative");
        assertThat(row.at("/opinions/0/opinion").asText()).isEqualTo("质量很好");
        assertThat(row.at("/intents/0").asText()).isEqualTo("complaint");
        assertThat(service.send(service.request(service.key(), path).DELETE()).statusCode())
                .isEqualTo(204);
        waitFor(() -> negative().path("total").asInt() == 0);
        assertThat(inTrend("positive")).isEqualTo(6);
    }
}
