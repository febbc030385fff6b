package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Procedures and playbooks as their callers see them. */
class PlaybookIT extends LoopIT {
    @Test
    void playbook_started_runsByItsClock() throws Exception {
        JsonNode ticket = register(scoped, Map.of("title", "微博热搜"));
        JsonNode run = LocalService.json(service.post(
                scoped,
                "/api/v1/playbooks/opinion-crisis/start",
                Map.of("ticket", ticket.path("id").asLong())));
        Instant start = Instant.parse(run.at("/run/startedAt").asText());
        assertThat(Instant.parse(run.at("/run/steps/4/due").asText())).isEqualTo(start.plus(Duration.ofHours(4)));
        String path = "/api/v1/playbook-runs/" + run.path("id").asText();
        JsonNode ticked = LocalService.json(service.post(scoped, path + "/steps/1", Map.of("note", "小组已成立")));
        assertThat(ticked.at("/run/steps/0/doneBy").asText()).isEqualTo("云岭客服");
        assertThat(service.post(scoped, path + "/steps/99", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(service.get(
                                scoped,
                                "/api/v1/playbook-runs?open=true&ticket="
                                        + ticket.path("id").asText())
                        .path("runs"))
                .hasSize(1);
        HttpResponse<String> noClock = service.post(
                scoped,
                "/api/v1/playbooks/leak/start",
                Map.of("ticket", ticket.path("id").asLong()));
        assertThat(noClock.statusCode()).isEqualTo(409);
    }

    @Test
    void procedure_changed_isInForceUntilTakenAway() throws Exception {
        Map<String, ?> body = Map.of(
                "title", Map.of("zh", "漏液", "en", "Leaks"),
                "types", List.of("leak"),
                "steps", List.of(Map.of("says", Map.of("zh", "先赔", "en", "Pay first"), "minutes", 30)),
                "texts", Map.of("customers", Map.of("zh", "非常抱歉", "en", "We are sorry")));
        String path = "/api/v1/procedures/leak";
        JsonNode shipped = service.get(scoped, path);
        assertThat(shipped.path("version").asInt()).isZero();
        assertThat(put(path, "\"0\"", body).statusCode()).isEqualTo(200);
        assertThat(put(path, "\"0\"", body).statusCode()).isEqualTo(412);
        JsonNode changed = service.get(scoped, path);
        assertThat(changed.path("playbook").asBoolean()).isTrue();
        assertThat(changed.at("/procedure/texts/customers/zh").asText()).isEqualTo("非常抱歉");
        assertThat(service.get(scoped, "/api/v1/procedures?type=leak").path("procedures"))
                .hasSize(1);
        assertThat(service.send(service.request(service.key(), path)
                                .header("If-Match", "\"1\"")
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(service.get(scoped, path).path("procedure")).isEqualTo(shipped.path("procedure"));
        assertThat(service.send(service.request(scoped, path)
                                .header("If-Match", "\"2\"")
                                .DELETE())
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> put(String path, String version, Object body) throws Exception {
        return service.send(service.request(service.key(), path)
                .header("Content-Type", "application/json")
                .header("If-Match", version)
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(Json.write(body))));
    }
}
