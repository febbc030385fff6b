package huisheng;

import static huisheng.LocalService.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.store.EmbeddedDatabases;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A pack changed over HTTP in one service, and what that does in another on the same database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackChangeIT {
    private static final String PACK = "/api/v1/packs/baijiu";
    private static final String TEXT = "倒出来泥煤糊糊的";

    private LocalService one;
    private LocalService other;

    @BeforeAll
    void startBoth() throws Exception {
        String database = EmbeddedDatabases.url();
        one = LocalService.start(LocalService.folder("pack-one"), database);
        other = LocalService.start(LocalService.folder("pack-other"), database);
        List<Map<String, Object>> reviews = IntStream.range(0, 20)
                .mapToObj(i -> LocalService.review("p" + i, i == 0 ? TEXT : "口感绵柔，第" + i + "次买", 1))
                .toList();
        assertThat(one.push(reviews).path("accepted").asInt()).isEqualTo(20);
    }

    @AfterAll
    void stop() {
        one.close();
        other.close();
    }

    private HttpResponse<String> post(String call, String yaml, String... headers) throws Exception {
        HttpRequest.Builder request = one.request(one.key(), PACK + call)
                .header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofString(yaml));
        if (headers.length > 0) request.headers(headers);
        return one.send(request);
    }

    private boolean isReadByTheOther() throws Exception {
        JsonNode analysis = LocalService.json(other.post(one.key(), "/api/v1/analyze", Map.of("text", TEXT)));
        return analysis.path("opinions").findValuesAsText("aspect").contains("smell");
    }

    private boolean isFinished() throws Exception {
        JsonNode progress = one.get(one.key(), PACK + "/progress");
        return progress.path("finished").asBoolean() && progress.path("total").asInt() == 20;
    }

    @Test
    void pack_previewedAppliedRolledBack_withoutARestart() throws Exception {
        HttpResponse<String> read = one.send(one.request(one.key(), PACK));
        String tag = read.headers().firstValue("ETag").orElseThrow();
        String changed = read.body().replaceFirst("negative: \\[泥臭,", "negative: [泥煤糊糊, 泥臭,");
        JsonNode preview = LocalService.json(post("/preview?sample=100", changed));
        assertThat(preview.path("sample").asInt()).isEqualTo(20);
        assertThat(preview.path("changed").asInt()).isEqualTo(1);
        assertThat(isReadByTheOther()).isFalse();

        HttpResponse<String> bad = post("/apply", changed + "\ncolour: red\n");
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("\"line\":").contains("colour");

        assertThat(LocalService.json(post("/apply", changed, "If-Match", tag))
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(post("/apply", changed, "If-Match", tag).statusCode()).isEqualTo(409);
        waitFor(this::isReadByTheOther);
        waitFor(this::isFinished);
        String found = "/api/v1/reviews?noise=include&aspectPolarity=smell:negative";
        waitFor(() -> one.get(one.key(), found).path("total").asInt() == 1);

        assertThat(LocalService.json(post("/rollback", "")).path("restores").asInt())
                .isZero();
        waitFor(() -> !isReadByTheOther());
        waitFor(this::isFinished);
        assertThat(one.get(one.key(), PACK + "/versions")).hasSize(2);
    }
}
