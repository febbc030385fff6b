package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tickets, cases and playbooks that a key may not see are not there, through any endpoint. */
class LoopScopeIT extends LoopIT {
    @Test
    void scopedKey_seesNothingOfOthers() throws Exception {
        JsonNode hidden = register(
                service.key(),
                Map.of(
                        "title",
                        SECRET + "漏酒",
                        "problem",
                        SECRET,
                        "about",
                        Map.of("brand", List.of("赤水坊")),
                        "reviews",
                        List.of(id("other")),
                        "team",
                        SECRET));
        String path = TICKETS + "/" + hidden.path("id").asText();
        JsonNode wide = register(service.key(), Map.of("title", SECRET + "全部"));
        JsonNode run = LocalService.json(service.post(
                service.key(),
                "/api/v1/playbooks/opinion-crisis/start",
                Map.of("ticket", hidden.path("id").asLong())));
        JsonNode secretCase = LocalService.json(service.post(
                service.key(),
                CASES,
                Map.of(
                        "type",
                        "leak",
                        "title",
                        SECRET + "案例漏酒",
                        "about",
                        Map.of("brand", List.of("赤水坊")),
                        "evidence",
                        List.of(id("other")))));
        for (String gone : List.of(
                path,
                path + "/history",
                path + "/reviews",
                path + "/similar-cases",
                TICKETS + "/" + wide.path("id").asText(),
                "/api/v1/playbook-runs/" + run.path("id").asText(),
                CASES + "/" + secretCase.path("id").asText(),
                CASES + "/" + secretCase.path("id").asText() + "/history")) {
            assertThat(service.send(service.request(service.key(), gone)).statusCode())
                    .as(gone)
                    .isEqualTo(200);
            assertThat(service.send(service.request(scoped, gone)).statusCode())
                    .as(gone)
                    .isEqualTo(404);
        }
        JsonNode own = register(scoped, Map.of("title", "漏酒自己的", "problem", SECRET.substring(2) + "类似"));
        for (String list : List.of(
                TICKETS + "?limit=100",
                TICKETS + "?limit=100&text=" + LocalService.encode(SECRET.substring(0, 2)),
                CASES + "?limit=100",
                CASES + "?archived=true&q=" + LocalService.encode(SECRET),
                TICKETS + "/" + own.path("id").asText() + "/similar-cases",
                "/api/v1/playbook-runs",
                "/api/v1/service-measures?by=team",
                "/api/v1/service-measures?by=brand")) {
            assertThat(service.get(service.key(), list).toString()).as(list).containsAnyOf(SECRET, "赤水坊", "窖池类似", "舆情");
            assertThat(service.get(scoped, list).toString()).as(list).doesNotContain(SECRET, "赤水坊", "舆情");
        }
        assertThat(step(scoped, hidden, "assign", Map.of("owner", "我")).statusCode())
                .isEqualTo(404);
        HttpResponse<String> link = service.post(
                scoped, TICKETS + "/" + own.path("id").asText() + "/reviews", Map.of("reviews", List.of(id("other"))));
        assertThat(link.statusCode()).isEqualTo(422);
        assertThat(link.body()).doesNotContain(SECRET);
        HttpResponse<String> beyond =
                service.post(scoped, TICKETS, Map.of("title", "越权", "about", Map.of("brand", List.of("赤水坊"))));
        assertThat(beyond.statusCode()).isEqualTo(400);
        // nor may somebody who sees all put into a ticket what others who see it may not
        HttpResponse<String> mixed = service.post(
                service.key(),
                TICKETS + "/" + own.path("id").asText() + "/reviews",
                Map.of("reviews", List.of(id("other"))));
        assertThat(mixed.statusCode()).isEqualTo(422);
    }

    @Test
    void case_forAdministrators_isNotThereForOthers() throws Exception {
        JsonNode written = LocalService.json(service.post(
                service.key(),
                CASES,
                Map.of(
                        "type",
                        "legal",
                        "title",
                        "诉讼和解金额",
                        "audience",
                        "administrators",
                        "about",
                        Map.of("brand", List.of("云岭")))));
        String path = CASES + "/" + written.path("id").asText();
        assertThat(service.send(service.request(scoped, path)).statusCode()).isEqualTo(404);
        assertThat(service.get(scoped, CASES + "?q=" + LocalService.encode("诉讼"))
                        .path("cases"))
                .isEmpty();
        assertThat(service.get(service.key(), CASES + "?q=" + LocalService.encode("诉讼"))
                        .path("cases"))
                .hasSize(1);
    }
}
