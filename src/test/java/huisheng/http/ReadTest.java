package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.index.Interval;
import huisheng.index.ReviewSearch;
import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Noise;
import huisheng.review.Period;
import huisheng.review.Scope;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadTest {
    private Server server;

    @BeforeAll
    void start() {
        server = new Server();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Server.Answer search(String query) {
        return server.get(Server.READER, "/api/v1/reviews?" + query);
    }

    @Test
    void search_everyParameter_reachesTheQuestionWithinTheScope() {
        Server.Answer answer = search("q=" + encode("漏酒 OR \"包装 差\"")
                + "&brand=a,b&brand=c&rating=1&noise=only&noiseType=advert&facets=channel,region&limit=7&cursor=xyz"
                + "&order=newest&from=2026-11-01&until=2026-11-02T08:00:00%2B08:00");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        ReviewSearch search = (ReviewSearch) server.reads.last();
        Filter filter = search.selection().filter();
        assertThat(search.selection().scope()).isEqualTo(Server.SOUTH);
        assertThat(filter.query()).isEqualTo("漏酒 OR \"包装 差\"");
        assertThat(filter.in())
                .containsEntry(Dimension.BRAND, Set.of("a", "b", "c"))
                .containsEntry(Dimension.RATING, Set.of("1"))
                .containsEntry(Dimension.NOISE, Set.of("advert"))
                .hasSize(3);
        assertThat(filter.noise()).isEqualTo(Noise.ONLY);
        assertThat(filter.period())
                .isEqualTo(new Period(Instant.parse("2026-10-31T16:00:00Z"), Instant.parse("2026-11-02T00:00:00Z")));
        assertThat(search.facets()).containsExactly(Dimension.CHANNEL, Dimension.REGION);
        assertThat(search.limit()).isEqualTo(7);
        assertThat(search.cursor()).isEqualTo("xyz");
        assertThat(search.order()).isEqualTo(ReviewSearch.Order.NEWEST);
    }

    @Test
    void search_untilDate_isIncluded() {
        assertThat(search("from=2026-11-01&until=2026-11-01").status()).isEqualTo(200);
        Filter filter = ((ReviewSearch) server.reads.last()).selection().filter();
        assertThat(filter.period())
                .isEqualTo(new Period(Instant.parse("2026-10-31T16:00:00Z"), Instant.parse("2026-11-01T16:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour=red", "limit=0", "limit=101", "limit=x", "limit=1&limit=2", "order=oldest", "noise=maybe",
                "sentiment=great", "rating=6", "facets=author", "facets=nothing", "brand=", "brand=a,,b",
                        "from=yesterday",
                "from=2026-11-02&until=2026-11-01", "from=%2B999999999-01-01", "until=0001-01-01", "q=%00", "terms=x"
            })
    void search_badParameter_isNamed(String query) {
        Server.Answer answer = search(query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo(Problem.MEDIA_TYPE);
        assertThat(answer.json().path("parameter").asText()).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void search_queryThatCannotBeRead_tellsThePosition() {
        Server.Answer answer = search("q=" + encode("a b (c"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("position").asInt()).isEqualTo(3);
    }

    @Test
    void problem_inTheLanguageAskedFor() {
        assertThat(search("limit=0").json().path("title").asText()).isEqualTo("参数不对");
        HttpRequest.Builder english =
                server.request(Server.READER, "/api/v1/reviews?limit=0").header("Accept-Language", "fr, en;q=0.5");
        Server.Answer answer = server.send(english);
        assertThat(answer.json().path("title").asText()).isEqualTo("Bad parameter");
        assertThat(answer.json().path("detail").asText()).contains("limit").contains("from 1 to 100");
        assertThat(answer.json().path("requestId").asText()).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.header("Content-Language")).isEqualTo("en");
        assertThat(Messages.of("en;q=0, zh").language()).isEqualTo("zh");
        assertThat(Messages.of(";;;=").language()).isEqualTo("zh");
    }

    @Test
    void review_unchanged_isToldByItsTag() {
        Server.Answer first = server.get(Server.READER, "/api/v1/reviews/17");
        String tag = first.header("ETag");
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        for (String shown : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
            Server.Answer again = server.send(
                    server.request(Server.READER, "/api/v1/reviews/17").header("If-None-Match", shown));
            assertThat(again.status()).as(shown).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(tag);
        }
        Server.Answer other =
                server.send(server.request(Server.READER, "/api/v1/reviews/17").header("If-None-Match", "\"x\""));
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(first.body());
    }

    @Test
    void search_queryThatCannotBeRead_isToldInTheLanguageAskedFor() {
        String path = "/api/v1/reviews?q=" + encode("a (");
        assertThat(server.get(Server.READER, path).json().path("detail").asText())
                .contains("括号没有闭合");
        Server.Answer english = server.send(server.request(Server.READER, path).header("Accept-Language", "en"));
        assertThat(english.json().path("detail").asText())
                .contains("a bracket is open")
                .doesNotContainPattern("[一-龥]");
    }

    @Test
    void search_unexpectedFailure_tellsNoInternals() {
        Server.Answer answer = search("q=crash");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret").contains("requestId");
    }

    @Test
    void trends_reachTheirQuestions() {
        assertThat(server.get(Server.READER, "/api/v1/trends/sentiment?interval=week&by=region&groups=3")
                        .status())
                .isEqualTo(200);
        SentimentQuestion sentiment = (SentimentQuestion) server.reads.last();
        assertThat(sentiment.interval()).isEqualTo(Interval.WEEK);
        assertThat(sentiment.by()).isEqualTo(Dimension.REGION);
        assertThat(sentiment.maxGroups()).isEqualTo(3);
        assertThat(sentiment.selection().scope()).isEqualTo(Server.SOUTH);
        assertThat(server.get(Server.READER, "/api/v1/trends/keywords?terms=" + encode("口感辛辣,漏酒"))
                        .status())
                .isEqualTo(200);
        assertThat(((KeywordTrendQuestion) server.reads.last()).terms()).containsExactly("口感辛辣", "漏酒");
        assertThat(server.get(Server.READER, "/api/v1/trends/keywords")
                        .json()
                        .path("parameter")
                        .asText())
                .isEqualTo("terms");
        assertThat(server.get(Server.READER, "/api/v1/keywords?baselineFrom=2026-10-01&baselineUntil=2026-10-31")
                        .status())
                .isEqualTo(200);
        assertThat(((KeywordQuestion) server.reads.last()).baseline())
                .isEqualTo(new Period(Instant.parse("2026-09-30T16:00:00Z"), Instant.parse("2026-10-31T16:00:00Z")));
    }

    @Test
    void keywords_withoutAPeriod_areOfTheLast30Days() {
        assertThat(server.get(Server.READER, "/api/v1/keywords").status()).isEqualTo(200);
        KeywordQuestion question = (KeywordQuestion) server.reads.last();
        Period window = Objects.requireNonNull(question.selection().filter().period());
        assertThat(window.before().until()).isEqualTo(window.from());
        assertThat(window.from().plus(Duration.ofDays(30))).isEqualTo(window.until());
    }

    @Test
    void review_knownUnknownAndNone() {
        assertThat(server.get(Server.READER, "/api/v1/reviews/17").status()).isEqualTo(200);
        for (String id : List.of("18", "x", "-1", "99999999999999999999", "%00", "..%2f17")) {
            assertThat(server.get(Server.READER, "/api/v1/reviews/" + id).status())
                    .as(id)
                    .isEqualTo(404);
        }
        assertThat(server.reads.asked).contains(Server.SOUTH).doesNotContain(Scope.ALL);
    }

    @Test
    void analyze_textAndFaults() {
        assertThat(analyze("{\"text\":\"酒很香\",\"rating\":5}").status()).isEqualTo(200);
        for (String bad : List.of(
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"text\":\"\"}",
                "{\"text\":\"a\",\"rating\":9}",
                "{\"text\":\"a\",\"x\":1}",
                "{\"text\":\"\\ud800\"}",
                "{\"text\":{}}",
                "{\"text\":\"" + "长".repeat(20_001) + "\"}",
                "[".repeat(5_000))) {
            assertThat(analyze(bad).status())
                    .as(bad.substring(0, Math.min(30, bad.length())))
                    .isEqualTo(400);
        }
        assertThat(analyze("{\"text\":\"" + "a".repeat(300_000) + "\"}").status())
                .isEqualTo(413);
    }

    private Server.Answer analyze(String body) {
        return server.send(server.request(Server.READER, "/api/v1/analyze")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void keys_wrongMissingOrWithoutTheRight() {
        assertThat(server.send(HttpRequest.newBuilder(server.uri("/api/v1/reviews")))
                        .status())
                .isEqualTo(401);
        assertThat(server.get("nonsense", "/api/v1/reviews").header("WWW-Authenticate"))
                .isEqualTo("Bearer");
        assertThat(server.get(huisheng.access.ApiKeys.generate(), "/api/v1/reviews")
                        .status())
                .isEqualTo(401);
        assertThat(server.get(Server.PUSHER, "/api/v1/reviews").status()).isEqualTo(403);
        assertThat(server.get(Server.READER, "/api/v1/subjects/abcdefgh").status())
                .isEqualTo(403);
        assertThat(server.get(Server.ADMIN, "/api/v1/subjects/abcdefgh").status())
                .isEqualTo(200);
        assertThat(server.get(Server.ADMIN, "/api/v1/subjects/a.b").status()).isEqualTo(400);
        HttpRequest.Builder header =
                HttpRequest.newBuilder(server.uri("/api/v1/reviews")).header("X-Api-Key", Server.READER);
        assertThat(server.send(header).status()).isEqualTo(200);
        assertThat(server.send(HttpRequest.newBuilder(server.uri("/stream?key=" + Server.READER)))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void erase_asAdmin() {
        assertThat(server.send(server.request(Server.ADMIN, "/api/v1/subjects/abcdefgh")
                                .DELETE())
                        .status())
                .isEqualTo(200);
        assertThat(server.reads.last()).isEqualTo("abcdefgh");
    }

    @Test
    void operation_needsNoKey() {
        assertThat(server.send(HttpRequest.newBuilder(server.uri("/health/live")))
                        .status())
                .isEqualTo(200);
        assertThat(server.send(HttpRequest.newBuilder(server.uri("/metrics"))).body())
                .contains("huisheng_up 1");
        server.intake.broken.set(true);
        assertThat(server.send(HttpRequest.newBuilder(server.uri("/health/ready")))
                        .status())
                .isEqualTo(503);
        server.intake.broken.set(false);
        assertThat(server.send(HttpRequest.newBuilder(server.uri("/health/ready")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void pages_areServedWithAPolicyAndNothingElse() {
        Server.Answer docs = server.send(HttpRequest.newBuilder(server.uri("/api/docs")));
        assertThat(docs.status()).isEqualTo(200);
        assertThat(docs.header("Content-Security-Policy")).contains("default-src 'self'");
        for (String path : List.of(
                "/api/docs/start.js",
                "/api/v1/openapi.yaml",
                "/webjars/swagger-ui/5.18.2/swagger-ui-bundle.js",
                "/webjars/swagger-ui/5.18.2/swagger-ui.css")) {
            assertThat(server.send(HttpRequest.newBuilder(server.uri(path))).status())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(server.send(HttpRequest.newBuilder(server.uri("/api/v1/nothing")))
                        .header("Content-Type"))
                .isEqualTo(Problem.MEDIA_TYPE);
        assertThat(server.send(HttpRequest.newBuilder(server.uri("/api/v1/reviews"))
                                .method("PATCH", HttpRequest.BodyPublishers.noBody()))
                        .status())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/webjars/../../huisheng/http/openapi.yaml",
                "/webjars/..%2f..%2f..%2flogback.xml",
                "/%2e%2e/%2e%2e/etc/passwd",
                "//etc/passwd",
                "/webjars/..\\..\\x",
                "/%00",
                "/%zz",
                "/webjars/",
                "/webjars/%c0%ae%c0%ae/x",
                "/huisheng/http/openapi.yaml",
                "/.git/config",
                "/api/v1/reviews/%ff"
            })
    void path_trick_isRefused(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nX-Api-Key: " + Server.READER
                + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1\\.1 (400|403|404) .*").contains(Problem.MEDIA_TYPE);
    }

    @Test
    void request_thatIsNone_isRefused() throws IOException {
        assertThat(raw("GARBAGE\r\n\r\n")).startsWith("HTTP/1.0 400").contains(Problem.MEDIA_TYPE);
        assertThat(raw("GET /" + "x".repeat(40_000) + " HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.0 4");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = server.socket()) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
