package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.insight.Insights;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies outside of a key's scope is invisible to it, in figures too. {@link ScopeWalkIT} asks every endpoint. */
class ScopeIT extends TwoBrandsIT {
    @Test
    void search_scopedKey_findsOwnReviewsAlone() throws Exception {
        for (String query : List.of(
                "",
                "&q=" + LocalService.encode(SECRET),
                "&brand=" + LocalService.encode("赤水坊"),
                "&facets=brand,channel")) {
            JsonNode page = service.get(scoped, "/api/v1/reviews?noise=include&limit=100" + query);
            assertThat(page.path("total").asInt()).as(query).isIn(0, own());
            assertThat(page.toString()).as(query).doesNotContain(SECRET, "赤水坊");
        }
    }

    @Test
    void review_outsideTheScope_isNotThere() throws Exception {
        assertThat(service.send(service.request(scoped, "/api/v1/reviews/" + id("other1")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.get(service.key(), "/api/v1/reviews/" + id("own-followup"))
                        .path("initialText")
                        .asText())
                .contains(SECRET);
        JsonNode followup = service.get(scoped, "/api/v1/reviews/" + id("own-followup"));
        assertThat(followup.toString()).doesNotContain(SECRET);
        assertThat(followup.at("/review/text").asText()).contains("追评");
    }

    @Test
    void trendsAndKeywords_scopedKey_countOwnReviewsAlone() throws Exception {
        String day = "from=" + now.minus(1, ChronoUnit.DAYS);
        JsonNode sentiment = service.get(scoped, "/api/v1/trends/sentiment?noise=include&by=brand&" + day);
        int n = 0;
        for (JsonNode point : sentiment.path("points"))
            n += point.at("/stance/n").asInt();
        assertThat(n).isEqualTo(own());
        assertThat(sentiment.at("/noise/with/n").asInt()).isEqualTo(own());
        assertThat(sentiment.toString()).doesNotContain("赤水坊");
        JsonNode terms = service.get(
                scoped, "/api/v1/trends/keywords?noise=include&terms=" + LocalService.encode("漏酒") + "&" + day);
        for (JsonNode point : terms.path("points")) {
            assertThat(point.path("n").asInt()).isZero();
            assertThat(point.path("of").asInt()).isLessThanOrEqualTo(own());
        }
        JsonNode keywords = service.get(scoped, "/api/v1/keywords?noise=include&limit=100&" + day);
        assertThat(keywords.path("reviews").asInt()).isEqualTo(own());
        assertThat(keywords.toString()).doesNotContain("漏酒", "窖池");
    }

    /** Whoever may see one brand alone is answered as if there were no other. */
    @TestFactory
    Stream<DynamicTest> insights_scopedKey_answerAsIfNothingElseWere() {
        return Insights.ALL.stream()
                .map(question -> DynamicTest.dynamicTest(question.name(), () -> {
                    String path = "/api/v1/insights/" + question.name() + "?noise=include&from="
                            + now.minus(1, ChronoUnit.DAYS) + "&until=" + now.plus(1, ChronoUnit.HOURS);
                    JsonNode scopedAnswer = service.get(scoped, path);
                    assertThat(scopedAnswer.toString()).doesNotContain(SECRET, "赤水坊", "窖池");
                    // as a query, since the filter's brand says who is meant where competitors are asked for
                    JsonNode wide = service.get(service.key(), path + "&q=" + LocalService.encode("brand:云岭"));
                    assertThat(withoutLinks(scopedAnswer.path("answer"))).isEqualTo(withoutLinks(wide.path("answer")));
                    assertThat(scopedAnswer.path("noise")).isEqualTo(wide.path("noise"));
                }));
    }

    @Test
    void report_scopedKey_isAboutOwnReviewsAlone() throws Exception {
        String path = "/api/v1/report?noise=include&from=" + now.minus(1, ChronoUnit.DAYS);
        for (String format : List.of("html", "json")) {
            String report = service.send(service.request(scoped, path + "&format=" + format))
                    .body();
            assertThat(report).contains("本期评论 " + own() + " 条").doesNotContain(SECRET, "赤水坊", "窖池");
        }
    }

    /** They lead to the same reviews by other filters. */
    private static String withoutLinks(JsonNode answer) {
        return answer.toString().replaceAll("\"link\":\"[^\"]*\"", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "session"})
    void stream_scopedCaller_hearsOwnReviewsAlone(String caller) throws Exception {
        HttpResponse<InputStream> stream =
                service.send(as(caller, "/api/v1/stream"), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = stream.body()) {
            StringBuilder heard = new StringBuilder(read(in, "retry"));
            assertThat(service.push(List.of(
                                    review("live-other-" + caller, "赤水坊", SECRET + "漏了"),
                                    review("live-own-" + caller, "云岭", "现场的酒香")))
                            .path("accepted")
                            .asInt())
                    .isEqualTo(2);
            heard.append(read(in, "event: counters"));
            assertThat(heard).contains("现场的酒香", "\"reviews\":1").doesNotContain(SECRET, "赤水坊");
        }
    }

    /** Reads on until the line that holds {@code end}, and the line after it. */
    private static String read(InputStream in, String end) throws Exception {
        StringBuilder text = new StringBuilder();
        java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
        boolean last = false;
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b != '\n') continue;
            String read = line.toString(StandardCharsets.UTF_8);
            line.reset();
            text.append(read);
            if (last) return text.toString();
            last = read.contains(end);
        }
        throw new AssertionError("the stream ended: " + text);
    }

    @Test
    void push_outsideTheScope_isRejectedAlone() throws Exception {
        JsonNode answer = LocalService.json(service.post(
                scoped,
                "/api/v1/reviews",
                List.of(review("push-own", "云岭", "好酒"), review("push-other", "赤水坊", "好酒")),
                "Accept-Language",
                "en"));
        assertThat(answer.at("/results/0/status").asText()).isEqualTo("accepted");
        assertThat(answer.at("/results/1/status").asText()).isEqualTo("rejected");
        assertThat(answer.at("/results/1/reason").asText()).contains("outside of the key's scope");
    }

    @Test
    void corrections_scopedKey_seesOwnAlone() throws Exception {
        for (String review : List.of("own1", "other1", "own-followup")) {
            String path = "/api/v1/reviews/" + id(review) + "/correction";
            HttpRequest.Builder put = service.request(service.key(), path)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"sentiment\":\"negative\"}"));
            assertThat(service.send(put).statusCode()).isEqualTo(200);
        }
        assertThat(service.send(service.request(scoped, "/api/v1/reviews/" + id("other1") + "/correction"))
                        .statusCode())
                .isEqualTo(404);
        String all = service.send(service.request(service.key(), "/api/v1/corrections"))
                .body();
        assertThat(all.lines()).hasSize(3);
        assertThat(all).contains(SECRET);
        String own =
                service.send(service.request(scoped, "/api/v1/corrections")).body();
        assertThat(own.lines()).hasSize(2);
        assertThat(own).doesNotContain(SECRET).contains("\"corrected\":[\"sentiment\"");
    }

    /** A review of another brand is not overwritten, and where its owner gives it away, what stood there stays hidden. */
    @Test
    void history_ofAReviewGivenAway_staysHidden() throws Exception {
        assertThat(service.push(List.of(review("moved", "赤水坊", SECRET + "原文")))
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);
        JsonNode refused =
                LocalService.json(service.post(scoped, "/api/v1/reviews", List.of(review("moved", "云岭", "抢来的"))));
        assertThat(refused.at("/results/0/status").asText()).isEqualTo("rejected");
        assertThat(refused.toString()).doesNotContain("\"id\"");
        JsonNode given = service.push(List.of(review("moved", "云岭", "改写了")));
        assertThat(given.at("/results/0/status").asText()).isEqualTo("updated");
        String path = "/api/v1/reviews/" + given.at("/results/0/id").asText();
        assertThat(service.get(service.key(), path).path("history")).hasSize(1);
        assertThat(service.get(scoped, path).toString()).doesNotContain(SECRET).contains("改写了");
    }

    @Test
    void administration_scopedKey_isRefused() throws Exception {
        for (String path : List.of("/api/v1/keys", "/api/v1/subjects/abcdefgh")) {
            assertThat(service.send(service.request(scoped, path)).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void keys_inTheDatabase_areHashesOnly() throws Exception {
        JsonNode listed = service.get(service.key(), "/api/v1/keys");
        assertThat(listed.toString()).doesNotContain(scoped, "hash").contains("\"brand\":[\"云岭\"]");
        assertThat(listed.at("/keys/1/id").asLong()).isEqualTo(scopedId);
    }

    @Test
    void key_revoked_opensNothing() throws Exception {
        JsonNode made = LocalService.json(
                service.post(service.key(), "/api/v1/keys", Map.of("name", "short", "rights", List.of("read"))));
        String key = made.path("key").asText();
        assertThat(service.get(key, "/api/v1/reviews").path("total").asInt()).isPositive();
        JsonNode revoked = LocalService.json(service.send(
                service.request(service.key(), "/api/v1/keys/" + made.path("id").asText())
                        .DELETE()));
        assertThat(revoked.path("revoked").asBoolean()).isTrue();
        assertThat(service.send(service.request(key, "/api/v1/reviews")).statusCode())
                .isEqualTo(401);
    }
}
