package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.access.ApiKeys;
import huisheng.access.NewKey;
import huisheng.access.Right;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AlertRoutesTest {
    private static final String RULE = """
            {"name":{"zh":"差评","en":"Bad"},"level":2,"filter":{"in":{"region":["河南"]}},
             "when":{"kind":"immediate","rating":2},"groupBy":["store"]}""";

    private static Server server;

    @BeforeAll
    static void start() {
        server = new Server();
        for (long id = 1; id <= 3; id++) server.alerts.keep(id, (int) id, Server.SOUTH);
        server.alerts.keep(9, 1, new Scope(Map.of(Dimension.REGION, Set.of("河南"))));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Server.Answer send(String key, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = server.request(key, path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return server.send(request);
    }

    private static List<Long> ids(JsonNode page) {
        List<Long> ids = new ArrayList<>();
        page.path("alerts").forEach(alert -> ids.add(alert.path("id").asLong()));
        return ids;
    }

    @Test
    void list_showsWhatTheScopeCovers() {
        assertThat(ids(server.get(Server.READER, "/api/v1/alerts").json())).containsExactly(3L, 2L, 1L);
        assertThat(ids(server.get(Server.ADMIN, "/api/v1/alerts").json())).contains(9L);
        assertThat(ids(server.get(Server.READER, "/api/v1/alerts?level=1,2").json()))
                .containsExactly(2L, 1L);
    }

    @Test
    void list_pages() {
        JsonNode first = server.get(Server.READER, "/api/v1/alerts?limit=2").json();
        assertThat(ids(first)).containsExactly(3L, 2L);
        String next = "/api/v1/alerts?limit=2&cursor=" + first.path("cursor").asText();
        JsonNode second = server.get(Server.READER, next).json();
        assertThat(ids(second)).containsExactly(1L);
        assertThat(second.has("cursor")).isFalse();
    }

    @Test
    void find_outOfScope_isNotThere() {
        assertThat(server.get(Server.READER, "/api/v1/alerts/9").status()).isEqualTo(404);
        JsonNode seen = server.get(Server.ADMIN, "/api/v1/alerts/9").json();
        assertThat(seen.at("/title/zh").asText()).isEqualTo("危险：A");
        assertThat(seen.at("/where/product").asText()).isEqualTo("A");
        assertThat(seen.path("log").isArray()).isTrue();
    }

    @Test
    void handle_needsItsRight() {
        assertThat(send(Server.READER, "POST", "/api/v1/alerts/1/acknowledge", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(send(Server.READER, "POST", "/api/v1/alerts/1/close", "{}").status())
                .isEqualTo(403);
    }

    @Test
    void handle_acknowledgesOnceAndCloses() {
        server.alerts.keep(20, 2, Scope.ALL);
        String path = "/api/v1/alerts/20";
        Server.Answer taken = send(Server.ADMIN, "POST", path + "/acknowledge", "{\"comment\":\"我来\"}");
        assertThat(taken.json().path("state").asText()).isEqualTo("acknowledged");
        assertThat(send(Server.ADMIN, "POST", path + "/acknowledge", "{}").status())
                .isEqualTo(200);
        assertThat(send(Server.ADMIN, "POST", path + "/close", "{}")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("closed");
        assertThat(send(Server.ADMIN, "POST", path + "/acknowledge", "{}").status())
                .isEqualTo(409);
    }

    @Test
    void handle_scopedKey_doesNotReachOthers() {
        Scope south = Server.SOUTH;
        String secret = Server.await(server.keyring.make(new NewKey("post", south, Set.of(Right.HANDLE))))
                .orElseThrow()
                .secret();
        assertThat(ApiKeys.hash(secret)).isNotEmpty();
        assertThat(send(secret, "POST", "/api/v1/alerts/9/acknowledge", "{}").status())
                .isEqualTo(404);
        assertThat(send(secret, "POST", "/api/v1/alerts/2/acknowledge", "{}").status())
                .isEqualTo(200);
    }

    @Test
    void mute_needsATimeWithinReach() {
        server.alerts.keep(30, 2, Scope.ALL);
        String path = "/api/v1/alerts/30/mute";
        assertThat(send(Server.ADMIN, "POST", path, "{}").json().path("pointer").asText())
                .isEqualTo("/until");
        assertThat(send(Server.ADMIN, "POST", path, "{\"until\":\"2999-01-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(400);
        String until = FakeAlertDesk.NOW.plusSeconds(3600).toString();
        JsonNode muted = send(Server.ADMIN, "POST", path, "{\"until\":\"" + until + "\"}")
                .json();
        assertThat(muted.has("mutedUntil")).isTrue();
    }

    @Test
    void rules_areEditedByVersion() {
        Server.Answer made = send(Server.ADMIN, "POST", "/api/v1/alert-rules", RULE);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        String path = "/api/v1/alert-rules/" + made.json().path("id").asLong();
        assertThat(send(Server.ADMIN, "PUT", path, RULE, "If-Match", "\"7\"").status())
                .isEqualTo(409);
        assertThat(send(Server.ADMIN, "PUT", path, RULE, "If-Match", "\"1\"").header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(send(Server.ADMIN, "POST", path + "/reset", "").status()).isEqualTo(409);
        assertThat(server.send(server.request(Server.ADMIN, path).DELETE()).status())
                .isEqualTo(204);
        assertThat(server.get(Server.READER, path).status()).isEqualTo(404);
        assertThat(send(Server.READER, "POST", "/api/v1/alert-rules", RULE).status())
                .isEqualTo(403);
    }

    @Test
    void rules_muted_tellUntilWhenAndByWhom() {
        String path = "/api/v1/alert-rules/1";
        String until = FakeAlertDesk.NOW.plusSeconds(3600).toString();
        assertThat(send(Server.ADMIN, "POST", path + "/mute", "{\"until\":\"" + until + "\"}")
                        .status())
                .isEqualTo(200);
        JsonNode muted = server.get(Server.READER, "/api/v1/alert-rules").json().at("/rules/0");
        assertThat(muted.path("mutedUntil").asText()).isEqualTo(until);
        assertThat(muted.path("mutedBy").asText()).isNotEmpty();
        assertThat(send(Server.ADMIN, "POST", path + "/mute", "{\"until\":\"1970-01-01T00:00:00Z\"}")
                        .json()
                        .has("mutedUntil"))
                .isFalse();
        assertThat(server.get(Server.READER, path).json().has("mutedUntil")).isFalse();
    }

    @Test
    void rules_mutedWithAComment_areNot() {
        String body = "{\"until\":\"" + FakeAlertDesk.NOW.plusSeconds(3600) + "\",\"comment\":\"活动期间\"}";
        Server.Answer refused = send(Server.ADMIN, "POST", "/api/v1/alert-rules/1/mute", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("pointer").asText()).isEqualTo("/comment");
        assertThat(server.get(Server.READER, "/api/v1/alert-rules/1").json().has("mutedUntil"))
                .isFalse();
    }

    @Test
    void rules_thatCannotBe_areRefusedByField() {
        Server.Answer refused =
                send(Server.ADMIN, "POST", "/api/v1/alert-rules", RULE.replace("\"level\":2", "\"level\":7"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asText()).contains("level");
        Server.Answer kind = send(Server.ADMIN, "POST", "/api/v1/alert-rules", RULE.replace("immediate", "whenever"));
        assertThat(kind.status()).isEqualTo(400);
        Server.Answer english = send(
                Server.ADMIN,
                "POST",
                "/api/v1/alert-rules",
                RULE.replace("\"rating\":2", "\"maxAge\":\"P1D\""),
                "Accept-Language",
                "en");
        assertThat(english.json().path("detail").asText()).contains("needs at least one of risk");
    }

    @Test
    void rules_shippedOnes_areMarkedAndReset() {
        JsonNode rules = server.get(Server.READER, "/api/v1/alert-rules").json().path("rules");
        assertThat(rules.get(0).path("shipped").asBoolean()).isTrue();
        assertThat(send(Server.ADMIN, "POST", "/api/v1/alert-rules/1/reset", "")
                        .json()
                        .at("/rule/level")
                        .asInt())
                .isEqualTo(1);
    }
}
