package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import huisheng.store.EmbeddedDatabases;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Alert rules tell targets that are there, as long as they name them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleTargetIT {
    private static final String RULES = "/api/v1/alert-rules";
    private static final String TARGETS = "/api/v1/targets/";
    private LocalService service;

    @BeforeAll
    void start() throws Exception {
        service = LocalService.start(LocalService.folder("rule-target"), EmbeddedDatabases.url());
        target("duty");
        target("boss");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private void target(String name) throws Exception {
        String hook = Json.write(
                Map.of("kind", "webhook", "address", "http://127.0.0.1:9/", "secret", "a-long-secret-of-a-test"));
        assertThat(service.put(TARGETS + name, hook).path("name").asText()).isEqualTo(name);
    }

    private static Map<String, ?> rule(String target, String later) {
        return Map.of(
                "name", Map.of("zh", "一星", "en", "One star"),
                "level", 2,
                "when", Map.of("kind", "immediate", "rating", 1),
                "targets", List.of(target),
                "escalation", Map.of("after", "PT1H", "targets", List.of(later)));
    }

    private HttpResponse<String> add(Map<String, ?> rule) throws Exception {
        return service.post(service.key(), RULES, rule, "Accept-Language", "en");
    }

    private HttpResponse<String> delete(String path) throws Exception {
        return service.send(service.request(service.key(), path)
                .header("Accept-Language", "en")
                .DELETE());
    }

    private HttpResponse<String> put(String path, Map<String, ?> rule) throws Exception {
        return service.send(service.request(service.key(), path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(Json.write(rule))));
    }

    @Test
    void rule_namingATargetThatIsNot_isRefusedByName() throws Exception {
        HttpResponse<String> first = add(rule("nobody", "boss"));
        assertThat(first.statusCode()).isEqualTo(400);
        assertThat(first.body()).contains("there is no target nobody", "\"pointer\":\"/targets\"");
        HttpResponse<String> later = add(rule("duty", "nobody"));
        assertThat(later.statusCode()).isEqualTo(400);
        assertThat(later.body()).contains("\"pointer\":\"/escalation/targets\"");
        HttpResponse<String> changed = put(RULES + "/1", rule("nobody", "boss"));
        assertThat(changed.statusCode()).isEqualTo(400);
    }

    @Test
    void target_thatRulesName_staysUntilTheyDoNot() throws Exception {
        target("first");
        target("later");
        JsonNode made = LocalService.json(add(rule("first", "later")));
        String rule = made.path("id").asText();
        for (String name : List.of("first", "later")) {
            HttpResponse<String> refused = delete(TARGETS + name);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("\"rules\":[" + rule + "]", "[" + rule + "]. Take it out");
        }
        assertThat(delete(RULES + "/" + rule).statusCode()).isEqualTo(204);
        assertThat(delete(TARGETS + "later").statusCode()).isEqualTo(204);
    }

    @Test
    void rule_readByWhoDoesNotKeepTargets_namesNone() throws Exception {
        JsonNode made = LocalService.json(add(rule("duty", "duty")));
        String path = RULES + "/" + made.path("id").asText();
        JsonNode key = LocalService.json(
                service.post(service.key(), "/api/v1/keys", Map.of("name", "r", "rights", List.of("read"))));
        assertThat(service.get(key.path("key").asText(), path).toString())
                .contains("One star")
                .doesNotContain("duty");
        assertThat(service.get(service.key(), path).toString()).contains("duty");
        assertThat(delete(path).statusCode()).isEqualTo(204);
    }
}
