package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.insight.Insights;
import huisheng.insight.ask.DrillDown;
import huisheng.insight.report.Format;
import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Noise;
import huisheng.review.Period;
import huisheng.review.Scope;
import huisheng.review.Selection;
import io.vertx.core.MultiMap;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InsightRoutesTest {
    private Server server;

    @BeforeAll
    void start() {
        server = new Server();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void catalogue_namesEveryQuestionInBothLanguages() {
        Server.Answer answer = server.get(Server.READER, "/api/v1/insights");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("questions")).hasSameSizeAs(Insights.ALL).allSatisfy(entry -> {
            assertThat(entry.at("/asks/zh").asText()).endsWith("？");
            assertThat(entry.at("/asks/en").asText()).endsWith("?");
            assertThat(entry.path("parameters")).allSatisfy(parameter -> {
                assertThat(parameter.at("/says/zh").asText()).isNotBlank();
                assertThat(parameter.at("/says/en").asText()).isNotBlank();
                assertThat(parameter.at("/schema/type").asText()).isNotBlank();
            });
            Server.Answer example =
                    server.get(Server.READER, entry.path("example").asText());
            assertThat(example.status()).as(example.body()).isEqualTo(200);
        });
    }

    @Test
    void question_reachesTheReadsWithinTheScope() {
        String path =
                "/api/v1/insights/rising-words?limit=7&of=opinions&ageBand=18-24&until=2026-11-02&from=2026-11-01";
        assertThat(server.get(Server.READER, path).status()).isEqualTo(200);
        InsightQuestion asked = (InsightQuestion) server.reads.last();
        assertThat(asked.question().name()).isEqualTo("rising-words");
        assertThat(asked.selection().scope()).isEqualTo(Server.SOUTH);
        assertThat(asked.selection().filter().in()).isEqualTo(Map.of(Dimension.AGE_BAND, Set.of("18-24")));
        assertThat(asked.given()).isEqualTo(Map.of("limit", "7", "of", "opinions"));
        assertThat(asked.stop().wanted()).isFalse();
    }

    /** Else the mention rate of an aspect would be taken of the reviews that mention it. */
    @Test
    void parameterOfTheQuestion_isNoFilter() {
        String path = "/api/v1/insights/cross?rows=region&columns=channel&measure=aspect-rate&aspect=packaging&brand=A";
        assertThat(server.get(Server.READER, path).status()).isEqualTo(200);
        InsightQuestion asked = (InsightQuestion) server.reads.last();
        assertThat(asked.selection().filter().in()).isEqualTo(Map.of(Dimension.BRAND, Set.of("A")));
        assertThat(asked.given()).containsEntry("aspect", "packaging");
        assertThat(server.get(Server.READER, "/api/v1/insights/clusters?aspect=packaging")
                        .status())
                .isEqualTo(200);
        assertThat(((InsightQuestion) server.reads.last()).selection().filter().in())
                .isEqualTo(Map.of(Dimension.ASPECT, Set.of("packaging")));
    }

    @Test
    void report_formatPeriodAndLanguage_reachTheReads() {
        Server.Answer answer = server.get(
                Server.READER, "/api/v1/report?format=xlsx&lang=en&from=2026-11-01&until=2026-11-30&brand=A");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(Format.XLSX.mediaType());
        assertThat(answer.header("Content-Disposition")).contains(".xlsx");
        ReportQuestion asked = (ReportQuestion) server.reads.last();
        assertThat(asked.selection().scope()).isEqualTo(Server.SOUTH);
        assertThat(asked.period())
                .isEqualTo(new Period(Instant.parse("2026-10-31T16:00:00Z"), Instant.parse("2026-11-30T16:00:00Z")));
        assertThat(asked.locale()).isEqualTo(Locale.ENGLISH);
        assertThat(server.get(Server.READER, "/api/v1/report").header("Content-Type"))
                .isEqualTo(Format.HTML.mediaType());
        assertThat(((ReportQuestion) server.reads.last()).period())
                .satisfies(week ->
                        assertThat(Duration.between(week.from(), week.until())).isEqualTo(Duration.ofDays(7)));
        assertThat(server.get(Server.READER, "/api/v1/report?format=pdf").status())
                .isEqualTo(400);
    }

    @Test
    void question_callerGone_isStopped() throws Exception {
        server.reads.silent = true;
        int before = server.reads.asked.size();
        try {
            try (Socket socket = server.socket()) {
                socket.getOutputStream()
                        .write(("GET /api/v1/insights/rising-words HTTP/1.1\r\nHost: x\r\nX-Api-Key: " + Server.READER
                                        + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                while (server.reads.asked.size() == before) Thread.onSpinWait();
                assertThat(((InsightQuestion) server.reads.last()).stop().wanted())
                        .isFalse();
            }
            InsightQuestion asked = (InsightQuestion) server.reads.last();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (!asked.stop().wanted() && System.nanoTime() < deadline) Thread.onSpinWait();
            assertThat(asked.stop().wanted()).isTrue();
        } finally {
            server.reads.silent = false;
        }
    }

    @Test
    void question_unknownParameterOrNoKey_isRefused() {
        assertThat(server.get(Server.READER, "/api/v1/insights/rising-words?colour=red")
                        .status())
                .isEqualTo(400);
        assertThat(server.get(Server.PUSHER, "/api/v1/insights/rising-words").status())
                .isEqualTo(403);
        assertThat(server.get(Server.READER, "/api/v1/insights/nothing").status())
                .isEqualTo(404);
    }

    @Test
    void link_ofASelection_isReadAsTheSameFilter() {
        Filter filter = new Filter(
                new Period(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z")),
                Map.of(
                        Dimension.REGION, Set.of("河南", "四川"),
                        Dimension.ASPECT_OPINION, Set.of("packaging:漏 酒"),
                        Dimension.NOISE, Set.of("duplicate")),
                "漏酒 OR \"包装 差\"",
                Noise.INCLUDE);
        String link = DrillDown.link(new Selection(Scope.ALL, filter));
        MultiMap query = MultiMap.caseInsensitiveMultiMap();
        for (String pair : URI.create(link).getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.add(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        assertThat(FilterParams.filter(query)).isEqualTo(filter);
    }
}
