package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Where tickets come from and go: alerts, two people at once, an erasure. */
class TicketChangesIT extends LoopIT {
    private static final String ALERT = """
            WITH rule AS (INSERT INTO alert_rule (body, updated_by) VALUES ('{}', 'test') RETURNING id)
            INSERT INTO alert (id, rule_id, group_key, level, state, about, since, raised_at, deadline, last_seen, count, told,
                               told_count, body)
            SELECT nextval('alert_seq'), id, ?, 1, 'closed', ?::jsonb, now(), now(), now(), now(), 1, 1, 1, ?::jsonb FROM rule
            RETURNING id""";

    @Test
    void ticket_ofAnAlert_takesOverItsWordsAndEvidence() throws Exception {
        long proof = id("bad3");
        long alert = alert("{\"only\":{\"brand\":[\"云岭\"]}}", proof);
        JsonNode ticket = register(scoped, Map.of("alert", alert));
        assertThat(ticket.at("/ticket/title").asText()).isEqualTo("漏酒激增");
        assertThat(ticket.at("/ticket/level").asInt()).isEqualTo(1);
        assertThat(ticket.at("/ticket/origin/alert").asLong()).isEqualTo(alert);
        assertThat(ticket.path("about").toString()).isEqualTo("{\"brand\":[\"云岭\"]}");
        assertThat(ticket.path("reviews").toString()).isEqualTo("[" + proof + "]");
        JsonNode made = service.get(scoped, TICKETS + "?alert=" + alert).path("tickets");
        assertThat(made)
                .extracting(each -> each.path("id").asLong())
                .containsExactly(ticket.path("id").asLong());
        assertThat(service.get(scoped, TICKETS + "?alert=" + (alert + 1_000)).path("tickets"))
                .isEmpty();
        JsonNode run = LocalService.json(
                service.post(scoped, "/api/v1/playbooks/opinion-crisis/start", Map.of("alert", alert)));
        assertThat(run.at("/run/alert").asLong()).isEqualTo(alert);
        long hidden = alert("{\"only\":{\"brand\":[\"赤水坊\"]}}", id("other"));
        HttpResponse<String> refused = service.post(scoped, TICKETS, Map.of("alert", hidden));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("/alert");
        assertThat(service.post(scoped, "/api/v1/playbooks/opinion-crisis/start", Map.of("alert", hidden))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void register_aboutLessThanItRestsOn_isRefused() throws Exception {
        Map<String, List<String>> narrow = Map.of("brand", List.of("云岭"), "region", List.of("江苏"));
        long alert = alert("{\"only\":{\"brand\":[\"云岭\"]}}", id("bad5"));
        assertNarrow(service.post(scoped, TICKETS, Map.of("alert", alert, "about", narrow)));
        String search = TICKETS + "?brand=" + LocalService.encode("云岭") + "&q=" + LocalService.encode("漏酒");
        assertNarrow(service.post(scoped, search, Map.of("title", "漏酒", "about", narrow)));
        Map<String, List<String>> both = Map.of("brand", List.of("云岭", "赤水坊"));
        assertNarrow(service.post(
                service.key(),
                TICKETS + "?brand=" + LocalService.encode("云岭,赤水坊"),
                Map.of("title", "两家", "about", Map.of("brand", List.of("云岭")))));
        HttpResponse<String> wide = service.post(
                service.key(), TICKETS, Map.of("alert", alert, "about", both, "reviews", List.of(id("other"))));
        assertThat(wide.statusCode()).as(wide.body()).isEqualTo(201);
        long wideId = LocalService.json(wide).path("id").asLong();
        assertThat(service.send(service.request(scoped, TICKETS + "/" + wideId)).statusCode())
                .isEqualTo(404);
        assertThat(service.post(scoped, search, Map.of("title", "漏酒", "about", Map.of("brand", List.of("云岭"))))
                        .statusCode())
                .isEqualTo(201);
    }

    private static void assertNarrow(HttpResponse<String> refused) {
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("\"pointer\":\"/about\"", "bad-body");
    }

    @Test
    void case_aboutLessThanItsTicket_isRefused() throws Exception {
        JsonNode ticket = register(scoped, Map.of("title", "标签歪", "about", Map.of("brand", List.of("云岭"))));
        ticket = taken(ticket, "plan", Map.of("plan", "换机", "owner", "李工", "criterion", "不歪"));
        ticket = taken(ticket, "implement", Map.of());
        ticket = taken(ticket, "verify", Map.of("reason", "抽查"));
        ticket = taken(ticket, "close", Map.of());
        Map<String, Object> wanted = Map.of(
                "ticket",
                ticket.path("id").asLong(),
                "type",
                "label",
                "about",
                Map.of("brand", List.of("云岭"), "region", List.of("江苏")));
        assertNarrow(service.post(scoped, CASES, wanted));
    }

    @Test
    void reply_beforeTheReviewWasWritten_isRefused() throws Exception {
        long review = id("bad7");
        JsonNode ticket = register(scoped, Map.of("title", "回复", "reviews", List.of(review)));
        String path = TICKETS + "/" + ticket.path("id").asText() + "/replies";
        Map<String, Object> reply = new HashMap<>(Map.of("review", review, "text", "已补发", "channel", "jd"));
        reply.put("at", Instant.now().minus(Duration.ofDays(11)).toString());
        HttpResponse<String> refused = service.post(scoped, path, reply);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"pointer\":\"/at\"");
        reply.put("at", Instant.now().minus(Duration.ofDays(9)).toString());
        assertThat(service.post(scoped, path, reply).statusCode()).isEqualTo(200);
    }

    /** As a rule would have raised it. */
    private long alert(String about, long proof) throws Exception {
        String body = "{\"rule\":{\"zh\":\"漏\",\"en\":\"leak\"},\"kind\":\"immediate\","
                + "\"title\":{\"zh\":\"漏酒激增\",\"en\":\"leaks\"},\"text\":{\"zh\":\"一周 17 条\",\"en\":\"17 a week\"},"
                + "\"where\":{},\"n\":17,\"figures\":{},\"evidence\":[{\"id\":" + proof
                + ",\"start\":0,\"end\":2}],\"link\":\"/api/v1/reviews\"}";
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement(ALERT)) {
            insert.setString(1, "g" + proof);
            insert.setString(2, about);
            insert.setString(3, body);
            try (ResultSet made = insert.executeQuery()) {
                assertThat(made.next()).isTrue();
                return made.getLong(1);
            }
        }
    }

    @Test
    void change_ofTwoAtOnce_reachesOneAndTellsTheOther() throws Exception {
        JsonNode ticket = register(service.key(), Map.of("title", "两人抢单"));
        int rounds = 10;
        for (int round = 0; round < rounds; round++) {
            JsonNode read = ticket;
            List<Callable<HttpResponse<String>>> both = List.of(
                    () -> step(service.key(), read, "assign", Map.of("owner", "甲")),
                    () -> step(service.key(), read, "assign", Map.of("owner", "乙")));
            List<Integer> statuses = new ArrayList<>();
            try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
                for (Future<HttpResponse<String>> answer : pool.invokeAll(both)) {
                    statuses.add(answer.get().statusCode());
                    if (answer.get().statusCode() == 200)
                        ticket = Json.read(answer.get().body(), JsonNode.class);
                }
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        }
        assertThat(ticket.path("version").asInt()).isEqualTo(rounds + 1);
        assertThat(service.get(service.key(), TICKETS + "/" + ticket.path("id").asText() + "/history?limit=100")
                        .path("entries"))
                .hasSize(rounds + 1);
        HttpResponse<String> blind = service.post(
                service.key(), TICKETS + "/" + ticket.path("id").asText() + "/steps/assign", Map.of("owner", "丙"));
        assertThat(blind.statusCode()).isEqualTo(428);
    }

    @Test
    void erasure_ofAWriter_takesLinksRepliesAndQuotations() throws Exception {
        long review = id("mine");
        String quote = "瓶底有裂纹，酒全洒在快递箱里了。";
        JsonNode ticket =
                register(scoped, Map.of("title", "瓶底裂纹", "problem", "客户原话：" + quote, "reviews", List.of(review)));
        String path = TICKETS + "/" + ticket.path("id").asText();
        assertThat(LocalService.json(service.post(
                                scoped, path + "/replies", Map.of("review", review, "text", "已赔付", "channel", "jd")))
                        .path("replies"))
                .hasSize(1);
        ticket = LocalService.json(service.post(scoped, path + "/comments", Map.of("text", "他说“酒全洒在快递箱里了”，要赔")));
        JsonNode kept = LocalService.json(service.post(
                scoped,
                CASES,
                Map.of("type", "leak", "title", "裂纹", "problem", "如“" + quote + "”", "evidence", List.of(review))));
        String writer = service.get(service.key(), "/api/v1/reviews/" + review)
                .at("/review/author/key")
                .asText();
        assertThat(LocalService.json(service.send(service.request(service.key(), "/api/v1/subjects/" + writer)
                                .DELETE()))
                        .path("erased")
                        .asInt())
                .isEqualTo(1);

        JsonNode after = service.get(scoped, path);
        assertThat(after.path("reviews")).isEmpty();
        assertThat(after.path("replies")).isEmpty();
        assertThat(after.at("/ticket/title").asText()).isEqualTo("瓶底裂纹");
        String all = after
                + service.get(scoped, path + "/history").toString()
                + service.get(scoped, CASES + "/" + kept.path("id").asText())
                + service.get(scoped, CASES + "/" + kept.path("id").asText() + "/history");
        assertThat(all).doesNotContain("快递箱", "已赔付").contains("客户原话：…", "要赔", "erased");
        assertThat(service.get(scoped, CASES + "?q=" + LocalService.encode("快递箱"))
                        .path("cases"))
                .isEmpty();
        assertThat(step(scoped, ticket, "assign", Map.of("owner", "李工")).statusCode())
                .isEqualTo(412);
    }
}
