package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.store.EmbeddedDatabases;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A full analysis backlog in the real store pushes back, and loses nothing. */
class BacklogIT {
    private static final int BOUND = 100;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Set<String> acknowledged = new HashSet<>();

    @Test
    void push_analysisStandsStill_isToldWhenToComeBackUntilItMoves() throws Exception {
        String url = EmbeddedDatabases.url();
        try (LocalService service = LocalService.start(LocalService.folder("backlog"), url, BOUND);
                Connection connection = connect(url)) {
            HttpResponse<String> refused;
            try (Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                // no analysis can be saved while this lock is held, so the queue fills
                statement.execute("LOCK TABLE analysis IN SHARE ROW EXCLUSIVE MODE");
                assertThat(push(service, 0, BOUND + 1).statusCode()).isEqualTo(202);
                refused = pushUntil(service, 429);
                assertThat(service.get(service.key(), "/api/v1/reviews")
                                .path("total")
                                .asInt())
                        .isZero();
                assertThat(service.send(service.request(service.key(), "/metrics"))
                                .body())
                        .containsPattern("huisheng_analysis_backlog [1-9]\\d\\d");
            } finally {
                connection.rollback();
            }
            assertThat(refused.headers().firstValueAsLong("Retry-After")).hasValue(5);
            assertThat(refused.body())
                    .contains("urn:huisheng:problem:overloaded")
                    .contains("系统繁忙");
            assertThat(pushUntil(service, 202).statusCode()).isEqualTo(202);
            service.settle();
            assertThat(service.everySearchable()).isEqualTo(acknowledged);
        }
    }

    private HttpResponse<String> pushUntil(LocalService service, int status) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        for (int i = 1_000 * status; ; i++) {
            HttpResponse<String> answer = push(service, i, 1);
            if (answer.statusCode() == status) return answer;
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private HttpResponse<String> push(LocalService service, int first, int n) throws Exception {
        List<Map<String, Object>> reviews = new ArrayList<>();
        for (int i = first; i < first + n; i++) {
            reviews.add(Map.of(
                    "channel",
                    "jd",
                    "externalId",
                    "b" + i,
                    "text",
                    "酒香浓郁，第" + i + "次买了",
                    "writtenAt",
                    "2026-10-01T08:00:00+08:00"));
        }
        HttpResponse<String> answer = service.post(service.key(), "/api/v1/reviews", reviews);
        if (answer.statusCode() == 202) {
            LocalService.json(answer)
                    .path("results")
                    .forEach(
                            result -> acknowledged.add(result.path("externalId").asText()));
        }
        return answer;
    }

    private static Connection connect(String url) throws Exception {
        URI uri = URI.create(url);
        String[] user = uri.getUserInfo().split(":", 2);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + uri.getHost() + ":" + uri.getPort() + uri.getPath(), user[0], user[1]);
    }
}
