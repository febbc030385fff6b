package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import huisheng.store.EmbeddedDatabases;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who may come in, on the whole program: what the parts promise holds together. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {
    private LocalService service;

    @BeforeAll
    void start() throws Exception {
        service = LocalService.start(LocalService.folder("access"), EmbeddedDatabases.url());
        assertThat(service.push(List.of(LocalService.review("a1", "瓶口漏酒了", 1), LocalService.review("a2", "酒香不错", 2)))
                        .path("accepted")
                        .asInt())
                .isEqualTo(2);
        service.settle();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private JsonNode makeKey(Map<String, Object> wanted) throws Exception {
        return LocalService.json(service.post(service.key(), "/api/v1/keys", wanted));
    }

    private int status(String key, String path) throws Exception {
        return service.send(service.request(key, path)).statusCode();
    }

    private HttpResponse<String> login(String login, String password) throws Exception {
        return service.send(HttpRequest.newBuilder(service.uri("/api/v1/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(Map.of("login", login, "password", password)))));
    }

    private JsonNode lastEntry(String filter) throws Exception {
        return service.get(service.key(), "/api/v1/audit?limit=1" + filter).at("/entries/0");
    }

    @Test
    void person_logsInReadsAndIsSeenInAnUnbrokenAuditLog() throws Exception {
        Session session = Session.open(service, Map.of("brand", List.of("云岭")));
        HttpResponse<String> found =
                service.send(session.request("/api/v1/reviews?brand=x&q=" + LocalService.encode("漏酒")));
        assertThat(found.statusCode()).isEqualTo(200);
        JsonNode entry = lastEntry("&kind=user&action=verbatims");
        assertThat(entry.path("route").asText()).isEqualTo("/api/v1/reviews");
        assertThat(entry.path("filter").toString()).isEqualTo("{\"brand\":\"x\"}");
        assertThat(entry.toString()).doesNotContain("漏酒");
        assertThat(entry.path("request").asText())
                .isEqualTo(found.headers().firstValue("X-Request-Id").orElseThrow());
        JsonNode verdict = service.get(service.key(), "/api/v1/audit/verify");
        assertThat(verdict.path("intact").asBoolean()).as(verdict.toString()).isTrue();
        assertThat(verdict.at("/sound/id").asLong())
                .isGreaterThanOrEqualTo(entry.path("id").asLong());
        JsonNode again = service.get(
                service.key(),
                "/api/v1/audit/verify?id=" + verdict.at("/sound/id").asLong() + "&hash="
                        + verdict.at("/sound/hash").asText());
        assertThat(again.path("intact").asBoolean()).isTrue();
    }

    @Test
    void login_wrongPasswords_lockTheLoginAndAreOnRecord() throws Exception {
        JsonNode user = LocalService.json(service.post(
                service.key(), "/api/v1/users", Map.of("login", "victim", "name", "v", "role", "executive")));
        String password = user.path("password").asText();
        for (int i = 0; i < 5; i++)
            assertThat(login("victim", "wrong guess " + i).statusCode()).isEqualTo(401);
        HttpResponse<String> locked = login("victim", password);
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        JsonNode entries = service.get(service.key(), "/api/v1/audit?action=login&name=victim&limit=500")
                .path("entries");
        assertThat(entries).hasSize(5).allSatisfy(entry -> {
            assertThat(entry.path("kind").asText()).isEqualTo("none");
            assertThat(entry.path("status").asInt()).isEqualTo(401);
        });
        assertThat(entries.toString()).doesNotContain("wrong guess", password);
        String reset = LocalService.json(service.post(
                        service.key(), "/api/v1/users/" + user.path("id").asLong() + "/password", Map.of()))
                .path("password")
                .asText();
        assertThat(reset).isNotEqualTo(password);
    }

    @Test
    void connectorsKey_ofOneChannel_pushesToItAlone() throws Exception {
        String key = makeKey(
                        Map.of("name", "淘宝", "rights", List.of("push"), "scope", Map.of("channel", List.of("taobao"))))
                .path("key")
                .asText();
        Map<String, Object> own = new HashMap<>(LocalService.review("c1", "好酒", 3));
        own.put("channel", "taobao");
        JsonNode answer = LocalService.json(
                service.post(key, "/api/v1/reviews", List.of(LocalService.review("c2", "好酒", 3), own)));
        assertThat(answer.at("/results/0/status").asText()).isEqualTo("rejected");
        assertThat(answer.at("/results/0/pointer").asText()).isEqualTo("/channel");
        assertThat(answer.at("/results/0/reason").asText()).contains("渠道", "密钥的范围");
        assertThat(answer.at("/results/1/status").asText()).isEqualTo("accepted");
        JsonNode asJd = LocalService.json(service.post(key, "/api/v1/channels/jd/reviews", """
                [{"id":"j1","content":"酒香不错","score":5,"creationTime":"2026-10-01 09:00:00"}]"""));
        assertThat(asJd.at("/results/0/status").asText()).isEqualTo("rejected");
        assertThat(asJd.at("/results/0/pointer").asText()).isEmpty();
        for (String path : List.of("/api/v1/reviews", "/api/v1/keys", "/api/v1/report", "/api/v1/audit")) {
            assertThat(status(key, path)).as(path).isEqualTo(403);
        }
    }

    /** Else a connector could file what it may not read under its own brand, and so make it disappear elsewhere. */
    @Test
    void pushersKey_ofOneBrand_neitherSendsNorOverwritesAnother() throws Exception {
        Map<String, Object> theirs = new HashMap<>(LocalService.review("b1", "他家的酒漏了", 1));
        theirs.put("brand", "他牌");
        assertThat(service.push(List.of(theirs)).path("accepted").asInt()).isEqualTo(1);
        String key = makeKey(Map.of("name", "云岭", "rights", List.of("push"), "scope", Map.of("brand", List.of("云岭"))))
                .path("key")
                .asText();
        Map<String, Object> taken = new HashMap<>(theirs);
        taken.put("brand", "云岭");
        Map<String, Object> none = new HashMap<>(theirs);
        none.put("externalId", "b2");
        none.remove("brand");
        Map<String, Object> own = new HashMap<>(taken);
        own.put("externalId", "b3");
        JsonNode results = LocalService.json(service.post(key, "/api/v1/reviews", List.of(taken, none, own, own)))
                .path("results");
        assertThat(results)
                .extracting(result -> result.path("status").asText())
                .containsExactly("rejected", "rejected", "accepted", "duplicate");
        assertThat(results)
                .extracting(result -> result.path("pointer").asText())
                .containsExactly("/externalId", "/brand", "", "");
        assertThat(results.at("/0/id").isMissingNode()).isTrue();
        JsonNode again = service.push(List.of(theirs));
        assertThat(again.path("duplicate").asInt()).as(again.toString()).isEqualTo(1);
    }

    @Test
    void audit_keyMadeOnTheMachine_isOnRecordToo() throws Exception {
        assertThat(service.get(service.key(), "/api/v1/audit?action=change&kind=none&limit=500")
                        .path("entries"))
                .isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(entry.path("name").asText()).isEqualTo("command line");
                    assertThat(entry.at("/path/id").asInt()).isPositive();
                });
    }

    @Test
    void key_rotated_bothSecretsWorkForTheOverlapAlone() throws Exception {
        JsonNode made = makeKey(Map.of("name", "r", "rights", List.of("read")));
        String path = "/api/v1/keys/" + made.path("id").asLong() + "/rotate";
        String first = made.path("key").asText();
        JsonNode rotated = LocalService.json(service.post(service.key(), path, ""));
        String second = rotated.path("key").asText();
        assertThat(rotated.path("id")).isEqualTo(made.path("id"));
        assertThat(status(first, "/api/v1/me")).isEqualTo(200);
        assertThat(status(second, "/api/v1/me")).isEqualTo(200);
        String third = LocalService.json(service.post(service.key(), path + "?overlapHours=0", ""))
                .path("key")
                .asText();
        String fourth = makeKey(Map.of("name", "unused", "rights", List.of("read")))
                .path("key")
                .asText();
        assertThat(status(third, "/api/v1/me")).isEqualTo(200);
        assertThat(status(fourth, "/api/v1/me")).isEqualTo(200);
        JsonNode revoked = LocalService.json(service.send(
                service.request(service.key(), "/api/v1/keys/" + made.path("id").asLong())
                        .DELETE()));
        assertThat(revoked.path("revoked").asBoolean()).isTrue();
        for (String secret : List.of(second, third))
            assertThat(status(secret, "/api/v1/me")).isEqualTo(401);
        assertThat(service.post(service.key(), path, "").statusCode()).isEqualTo(404);
    }

    @Test
    void key_expired_opensNothingAndUseIsNoted() throws Exception {
        String expired = makeKey(Map.of("name", "e", "rights", List.of("read"), "expiresAt", "2020-01-01T00:00:00Z"))
                .path("key")
                .asText();
        assertThat(status(expired, "/api/v1/me")).isEqualTo(401);
        JsonNode used = makeKey(Map.of("name", "u", "rights", List.of("read")));
        assertThat(used.has("usedAt")).isFalse();
        assertThat(status(used.path("key").asText(), "/api/v1/me")).isEqualTo(200);
        LocalService.waitFor(() -> {
            for (JsonNode key : service.get(service.key(), "/api/v1/keys").path("keys")) {
                if (key.path("id").equals(used.path("id"))) return key.has("usedAt");
            }
            return false;
        });
    }
}
