package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import huisheng.review.Labels;
import huisheng.review.NoiseType;
import huisheng.review.Opinion;
import huisheng.review.Polarity;
import huisheng.review.SentimentLabel;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrectionTest {
    private Server server;

    @BeforeAll
    void start() {
        server = new Server();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Server.Answer put(String key, String body) {
        return server.send(server.request(key, "/api/v1/reviews/17/correction")
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Labels read(String body) {
        return LabelReader.read(
                Json.read(body, JsonNode.class), FakeCorrections.TEXT, 5, Map.of("packaging", "包装", "smell", "香气"));
    }

    @Test
    void put_labelsOfACorpusRow_areFilledIn() {
        Labels labels = read("""
                {"sentiment": "negative",
                 "opinions": [{"aspect": "packaging", "polarity": "negative", "opinion": "碎了", "target": "瓶子"}],
                 "intents": ["complaint"], "risks": [{"type": "product-safety", "severity": 2}],
                 "comparisons": [{"competitor": "北垛", "outcome": "win"}], "noise": ["template"]}""");
        assertThat(Objects.requireNonNull(labels.sentiment()).label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(Objects.requireNonNull(labels.sentiment()).score()).isEqualTo(-1);
        Opinion opinion = Objects.requireNonNull(labels.opinions()).getFirst();
        assertThat(opinion).isEqualTo(new Opinion("packaging", "包装", "瓶子", "碎了", Polarity.NEGATIVE, -1, 8, 10, false));
        assertThat(FakeCorrections.TEXT.substring(opinion.start(), opinion.end()))
                .isEqualTo("碎了");
        assertThat(labels.noise()).isEqualTo(Set.of(NoiseType.TEMPLATE));
        assertThat(labels.needs()).isNull();
        // five stars and a negative text
        assertThat(labels.contradiction()).isTrue();
    }

    @Test
    void put_labelsOfTheAnalysis_areTakenAsTheyAre() {
        Labels labels = read("""
                {"sentiment": {"label": "mixed", "score": 0.1, "confidence": 0.4, "evidence": []}, "opinions": [],
                 "intents": [{"type": "praise", "start": 0, "end": 3}],
                 "needs": [{"text": "瓶子", "start": 6, "end": 8, "implicit": true}], "contradiction": true,
                 "followup": "confirmed"}""");
        assertThat(Objects.requireNonNull(labels.sentiment()).score()).isEqualTo(0.1);
        assertThat(labels.opinions()).isEqualTo(List.of());
        assertThat(Objects.requireNonNull(labels.needs()).getFirst().text()).isEqualTo("瓶子");
        assertThat(labels.contradiction()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {}                                                                                             | /
        []                                                                                             | /
        {"sentiment": "great"}                                                                         | /sentiment
        {"sentiment": {"label": "positive", "score": 2}}                                               | /sentiment/score
        {"sentiments": "positive"}                                                                     | /sentiments
        {"noise": "advert"}                                                                            | /noise
        {"noise": ["advert", "spam"]}                                                                  | /noise/1
        {"opinions": [{"aspect": "wings", "polarity": "negative", "opinion": "碎了"}]}                 | /opinions/0/aspect
        {"opinions": [{"polarity": "negative", "opinion": "碎了"}]}                                    | /opinions/0/aspect
        {"opinions": [{"aspect": "smell", "polarity": "sour", "opinion": "碎了"}]}                     | /opinions/0/polarity
        {"opinions": [{"aspect": "smell", "polarity": "positive", "opinion": "不在"}]}                 | /opinions/0/opinion
        {"opinions": [{"aspect": "smell", "polarity": "positive", "opinion": "香", "start":0,"end":1}]}| /opinions/0/opinion
        {"opinions": [{"aspect": "smell", "polarity": "positive"}]}                                    | /opinions/0
        {"opinions": [{"aspect": "smell", "polarity": "positive", "start": 3, "end": 99}]}             | /opinions/0/end
        {"opinions": [{"aspect": "smell", "polarity": "positive", "start": 3, "end": 3}]}              | /opinions/0/end
        {"opinions": [7]}                                                                              | /opinions/0
        {"intents": ["buy"]}                                                                           | /intents/0
        {"risks": [{"type": "health", "severity": 4}]}                                                 | /risks/0/severity
        {"comparisons": [{"outcome": "win"}]}                                                          | /comparisons/0/competitor
        {"contradiction": "yes"}                                                                       | /contradiction
        {"followup": "maybe"}                                                                          | /followup
        {"needs": [{"text": 1}]}                                                                       | /needs/0/text
        """)
    void put_wrongLabel_isTheFaultOfItsPointer(String body, String pointer) {
        Server.Answer answer = put(Server.ADMIN, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().path("pointer").asText()).isEqualTo(pointer);
        assertThat(answer.json().path("errors").get(0).path("pointer").asText()).isEqualTo(pointer);
        assertThat(answer.json().path("errors").get(0).path("detail").asText()).isNotEmpty();
    }

    @Test
    void put_severalFaults_areAllTold() {
        Server.Answer answer = put(Server.ADMIN, """
                {"sentiment": "great", "noise": ["spam"], "risks": [{"type": "health"}]}""");
        assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                .containsExactly("/sentiment", "/risks/0/severity", "/noise/0");
        assertThat(answer.json().path("detail").asText())
                .contains("3 of the labels")
                .contains("one of positive");
    }

    @Test
    void put_readKey_mayNot() {
        assertThat(put(Server.READER, "{\"sentiment\":\"neutral\"}").status()).isEqualTo(403);
        assertThat(put(Server.PUSHER, "{\"sentiment\":\"neutral\"}").status()).isEqualTo(403);
    }

    @Test
    void put_noJson_isRefused() {
        assertThat(put(Server.ADMIN, "{\"sentiment\":").status()).isEqualTo(400);
        assertThat(put(Server.ADMIN, "").status()).isEqualTo(400);
        assertThat(put(Server.ADMIN, "[".repeat(2_000)).status()).isEqualTo(400);
        assertThat(put(Server.ADMIN, " ".repeat(300_000)).status()).isEqualTo(413);
    }

    @Test
    void correction_putReadDeleted() {
        assertThat(put(Server.ADMIN, "{\"sentiment\":\"neutral\"}").status()).isEqualTo(200);
        Server.Answer read = server.get(Server.READER, "/api/v1/reviews/17/correction");
        assertThat(read.json().path("sentiment").path("label").asText()).isEqualTo("neutral");
        HttpRequest.Builder delete =
                server.request(Server.ADMIN, "/api/v1/reviews/17/correction").DELETE();
        assertThat(server.send(delete).status()).isEqualTo(204);
        assertThat(server.send(delete).status()).isEqualTo(404);
        assertThat(server.get(Server.READER, "/api/v1/reviews/x/correction").status())
                .isEqualTo(404);
    }

    @Test
    void export_pages_asLines() {
        Server.Answer first = server.get(Server.READER, "/api/v1/corrections?limit=2");
        assertThat(first.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(first.body().lines()).hasSize(2);
        assertThat(first.header("Link")).isEqualTo("</api/v1/corrections?limit=2&cursor=1-1>; rel=\"next\"");
        Server.Answer last = server.get(Server.READER, "/api/v1/corrections?limit=2&cursor=1-1");
        assertThat(last.header("Link")).isEmpty();
        assertThat(server.get(Server.READER, "/api/v1/corrections?limit=1001").status())
                .isEqualTo(400);
    }
}
