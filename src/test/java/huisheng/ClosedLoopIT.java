package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import huisheng.store.EmbeddedDatabases;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A problem from the complaint to the case that is learnt of it, as its callers see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedLoopIT {
    private static final String TICKETS = "/api/v1/tickets";
    private static final String CASES = "/api/v1/cases";
    private static final String SECRET = "绝密窖池";
    private static final String ALERT = """
            WITH rule AS (INSERT INTO alert_rule (body, updated_by) VALUES ('{}', 'test') RETURNING id)
            INSERT INTO alert (id, rule_id, group_key, level, state, about, since, raised_at, deadline, last_seen, count, told, body)
            SELECT nextval('alert_seq'), id, ?, 1, 'closed', ?::jsonb, now(), now(), now(), now(), 1, 1, ?::jsonb FROM rule
            RETURNING id""";
    private static final List<String> BAD = List.of("瓶口漏酒", "酒洒了半箱", "盖子松了", "包装烂了", "封口开裂", "瓶子碎了");
    private static final List<String> GOOD = List.of("包装严实", "瓶盖很紧", "一滴没漏", "箱子完好", "封口牢固", "瓶子漂亮");
    private static final List<String> ENDS = List.of("太失望了", "非常满意", "气死我了", "下次还买", "要求退货", "推荐给朋友");

    private LocalService service;
    private String url = "";
    private String scoped = "";

    @BeforeAll
    void startWithComplaints() throws Exception {
        url = EmbeddedDatabases.url();
        service = LocalService.start(LocalService.folder("loop"), url);
        scoped = LocalService.json(service.post(
                        service.key(),
                        "/api/v1/keys",
                        Map.of(
                                "name",
                                "云岭客服",
                                "rights",
                                List.of("read", "handle"),
                                "scope",
                                Map.of("brand", List.of("云岭")))))
                .path("key")
                .asText();
        List<Map<String, Object>> reviews = new ArrayList<>();
        Instant lastWeek = Instant.now().minus(Duration.ofDays(7));
        for (int i = 0; i < 36; i++) {
            String text = BAD.get(i % 6) + "，" + ENDS.get(2 * (i / 6 % 3)) + "，单号尾" + (char) ('a' + i % 26);
            reviews.add(review("bad" + i, "云岭", text, lastWeek.plusSeconds(600L * i)));
        }
        reviews.add(review("other", "赤水坊", SECRET + "漏酒了，太失望", lastWeek));
        Map<String, Object> private1 = review("mine", "云岭", "瓶底有裂纹，酒全洒在快递箱里了。", lastWeek);
        private1.put("author", Map.of("userId", "anna"));
        reviews.add(private1);
        assertThat(service.push(reviews).path("accepted").asInt()).isEqualTo(38);
        service.settle();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private static Map<String, Object> review(String id, String brand, String text, Instant at) {
        Map<String, Object> review = new HashMap<>();
        review.put("channel", "jd");
        review.put("externalId", id);
        review.put("brand", brand);
        review.put("region", "江苏");
        review.put("product", "YL-500");
        review.put("text", text);
        review.put("writtenAt", at.toString());
        return review;
    }

    private long id(String externalId) throws Exception {
        String cursor = "";
        while (true) {
            JsonNode page = service.get(service.key(), "/api/v1/reviews?noise=include&limit=100" + cursor);
            for (JsonNode hit : page.path("hits")) {
                if (hit.at("/review/externalId").asText().equals(externalId))
                    return hit.path("id").asLong();
            }
            cursor = "&cursor=" + page.path("cursor").asText();
        }
    }

    private JsonNode register(String key, Map<String, ?> ticket) throws Exception {
        HttpResponse<String> made = service.post(key, TICKETS, ticket);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().firstValue("ETag")).contains("\"1\"");
        return Json.read(made.body(), JsonNode.class);
    }

    private HttpResponse<String> step(String key, JsonNode ticket, String step, Map<String, ?> given) throws Exception {
        return service.post(
                key,
                TICKETS + "/" + ticket.path("id").asText() + "/steps/" + step,
                given,
                "If-Match",
                "\"" + ticket.path("version").asText() + "\"",
                "Accept-Language",
                "en");
    }

    private JsonNode taken(JsonNode ticket, String step, Map<String, ?> given) throws Exception {
        HttpResponse<String> answer = step(scoped, ticket, step, given);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body(), JsonNode.class);
    }

    @Test
    void ticket_throughItsLife_isMeasuredAndBecomesACase() throws Exception {
        String search = TICKETS + "?brand=" + LocalService.encode("云岭") + "&q=" + LocalService.encode("漏酒");
        JsonNode ticket = LocalService.json(service.post(
                scoped,
                search,
                Map.of("title", "华东批次瓶口漏液", "problem", "客户 13812345678 说瓶口漏酒", "type", "leak", "level", 1)));
        assertThat(ticket.at("/ticket/problem").asText()).isEqualTo("客户 *********** 说瓶口漏酒");
        assertThat(ticket.path("reviews")).hasSizeBetween(5, 7);
        assertThat(ticket.path("about").toString()).isEqualTo("{\"brand\":[\"云岭\"]}");
        assertThat(ticket.path("steps").toString()).contains("plan", "assign").doesNotContain("verify");
        long review = ticket.path("reviews").get(0).asLong();

        HttpResponse<String> incomplete = step(scoped, ticket, "plan", Map.of("plan", "换垫圈"));
        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(incomplete.body()).contains("owner, criterion", "\"missing\":[\"owner\",\"criterion\"]");
        HttpResponse<String> early = step(scoped, ticket, "close", Map.of());
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("does not fit the state registered");

        ticket = taken(
                ticket,
                "plan",
                Map.of(
                        "plan",
                        "更换封口垫圈",
                        "owner",
                        "李工",
                        "team",
                        "包装组",
                        "criterion",
                        "差评率下降",
                        "goal",
                        Map.of("measure", "negative", "in", Map.of("product", List.of("YL-500")), "days", 30)));
        ticket = LocalService.json(service.post(
                scoped,
                TICKETS + "/" + ticket.path("id").asText() + "/replies",
                Map.of("review", review, "text", "已补发，电话 13912345678", "channel", "phone")));
        assertThat(ticket.at("/replies/0/text").asText()).isEqualTo("已补发，电话 ***********");
        assertThat(ticket.at("/ticket/clock/repliedAt").asText()).isNotEmpty();
        ticket = taken(ticket, "implement", Map.of());

        HttpResponse<String> unproven = step(scoped, ticket, "verify", Map.of());
        assertThat(unproven.statusCode()).isEqualTo(422);
        assertThat(unproven.body()).contains("\"missing\":[\"reason\"]");
        pushPraise();
        ticket = taken(ticket, "verify", Map.of());
        JsonNode effect = ticket.at("/ticket/verification/effect");
        assertThat(effect.path("label").asText()).as(effect.toString()).isEqualTo("better");
        assertThat(effect.at("/reading/a/value").asDouble()).isGreaterThan(0.8);
        assertThat(effect.at("/reading/b/value").asDouble()).isLessThan(0.2);
        assertThat(effect.at("/reading/difference/high").asDouble()).isNegative();
        assertThat(effect.at("/says/zh").asText()).startsWith("有改善：").contains("95% 区间", "n=");
        assertThat(effect.at("/receipt/hash").asText()).hasSize(64);
        ticket = taken(ticket, "close", Map.of());

        JsonNode history = service.get(scoped, TICKETS + "/" + ticket.path("id").asText() + "/history?limit=100");
        assertThat(history.path("entries"))
                .extracting(entry -> entry.path("version").asInt() + entry.path("kind").asText())
                .containsExactly("6close", "5verify", "4implement", "3replied", "2plan", "1registered");
        assertThat(history.at("/entries/4/changes/work.owner/to").asText()).isEqualTo("李工");
        assertThat(history.at("/entries/4/by").asText()).isEqualTo("云岭客服");

        caseOf(ticket);
    }

    private void pushPraise() throws Exception {
        List<Map<String, Object>> reviews = new ArrayList<>();
        Instant now = Instant.now();
        for (int i = 0; i < 36; i++) {
            String text = GOOD.get(i % 6) + "，" + ENDS.get(2 * (i / 6 % 3) + 1) + "，第" + (char) ('a' + i % 26) + "次";
            reviews.add(review("good" + i, "云岭", text, now));
        }
        assertThat(service.push(reviews).path("accepted").asInt()).isEqualTo(36);
        service.settle();
    }

    private void caseOf(JsonNode ticket) throws Exception {
        JsonNode written = LocalService.json(service.post(
                scoped,
                CASES,
                Map.of(
                        "ticket",
                        ticket.path("id").asLong(),
                        "directCause",
                        "封口扭矩不足",
                        "deeperCause",
                        "点检表没有扭矩项",
                        "whys",
                        List.of("扭矩低", "换班未复位", "没有点检"))));
        assertThat(written.at("/case/title").asText()).isEqualTo("华东批次瓶口漏液");
        assertThat(written.at("/case/impact").asText()).isEqualTo("high");
        assertThat(written.at("/case/measures").asText()).isEqualTo("更换封口垫圈");
        assertThat(written.at("/case/effect").asText()).startsWith("有改善：");
        assertThat(written.path("evidence")).isEqualTo(ticket.path("reviews"));
        HttpResponse<String> twice = service.post(
                scoped, CASES, Map.of("ticket", ticket.path("id").asLong()));
        assertThat(twice.statusCode()).isEqualTo(409);

        // a part of a word is enough: 部分匹配
        for (String part : List.of("漏液", "扭矩", "口漏", "垫圈 扭矩", "漏")) {
            assertThat(service.get(scoped, CASES + "?q=" + LocalService.encode(part))
                            .at("/cases/0/id")
                            .asLong())
                    .as(part)
                    .isEqualTo(written.path("id").asLong());
        }
        assertThat(service.get(scoped, CASES + "?q=" + LocalService.encode("回味悠长")).path("cases"))
                .isEmpty();
        JsonNode like = register(scoped, Map.of("title", "又有瓶口漏液", "problem", "华北也有了"));
        JsonNode similar = service.get(scoped, TICKETS + "/" + like.path("id").asText() + "/similar-cases");
        assertThat(similar.at("/cases/0/id")).isEqualTo(written.path("id"));
        assertThat(similar.at("/cases/0/shared/0").asText()).isEqualTo("瓶口漏液");
    }

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

    /** As a rule would have raised it. */
    private long alert(String about, long proof) throws Exception {
        String body = "{\"rule\":{\"zh\":\"漏\",\"en\":\"leak\"},\"kind\":\"immediate\","
                + "\"title\":{\"zh\":\"漏酒激增\",\"en\":\"leaks\"},\"text\":{\"zh\":\"一周 17 条\",\"en\":\"17 a week\"},"
                + "\"where\":{},\"n\":17,\"figures\":{},\"evidence\":[{\"id\":" + proof
                + ",\"start\":0,\"end\":2}],\"link\":\"/api/v1/reviews\"}";
        URI at = URI.create(url);
        String[] user = at.getUserInfo().split(":", 2);
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + at.getAuthority().replaceAll(".*@", "") + at.getPath(), user[0], user[1]);
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
                    if (answer.get().statusCode() == 200) ticket = Json.read(answer.get().body(), JsonNode.class);
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
            assertThat(service.get(service.key(), list).toString())
                    .as(list)
                    .containsAnyOf(SECRET, "赤水坊", "窖池类似", "舆情");
            assertThat(service.get(scoped, list).toString())
                    .as(list)
                    .doesNotContain(SECRET, "赤水坊", "舆情");
        }
        assertThat(step(scoped, hidden, "assign", Map.of("owner", "我")).statusCode()).isEqualTo(404);
        HttpResponse<String> link =
                service.post(scoped, TICKETS + "/" + own.path("id").asText() + "/reviews", Map.of("reviews", List.of(id("other"))));
        assertThat(link.statusCode()).isEqualTo(422);
        assertThat(link.body()).doesNotContain(SECRET);
        HttpResponse<String> beyond = service.post(
                scoped, TICKETS, Map.of("title", "越权", "about", Map.of("brand", List.of("赤水坊"))));
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
        assertThat(service.get(scoped, CASES + "?q=" + LocalService.encode("诉讼")).path("cases"))
                .isEmpty();
        assertThat(service.get(service.key(), CASES + "?q=" + LocalService.encode("诉讼")).path("cases"))
                .hasSize(1);
    }

    @Test
    void erasure_ofAWriter_takesLinksRepliesAndQuotations() throws Exception {
        long review = id("mine");
        String quote = "瓶底有裂纹，酒全洒在快递箱里了。";
        JsonNode ticket = register(
                scoped,
                Map.of("title", "瓶底裂纹", "problem", "客户原话：" + quote, "reviews", List.of(review)));
        String path = TICKETS + "/" + ticket.path("id").asText();
        assertThat(LocalService.json(service.post(
                                scoped, path + "/replies", Map.of("review", review, "text", "已赔付", "channel", "jd")))
                        .path("replies"))
                .hasSize(1);
        ticket = LocalService.json(service.post(
                scoped, path + "/comments", Map.of("text", "他说“酒全洒在快递箱里了”，要赔")));
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
        assertThat(service.get(scoped, CASES + "?q=" + LocalService.encode("快递箱")).path("cases"))
                .isEmpty();
        assertThat(step(scoped, ticket, "assign", Map.of("owner", "李工")).statusCode()).isEqualTo(412);
    }

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
        assertThat(service.post(scoped, path + "/steps/99", Map.of()).statusCode()).isEqualTo(404);
        assertThat(service.get(scoped, "/api/v1/playbook-runs?open=true&ticket=" + ticket.path("id").asText())
                        .path("runs"))
                .hasSize(1);
        HttpResponse<String> noClock = service.post(
                scoped, "/api/v1/playbooks/leak/start", Map.of("ticket", ticket.path("id").asLong()));
        assertThat(noClock.statusCode()).isEqualTo(409);
    }

    @Test
    void procedure_changed_isInForceUntilTakenAway() throws Exception {
        Map<String, ?> body = Map.of(
                "title", Map.of("zh", "漏液", "en", "Leaks"),
                "types", List.of("leak"),
                "steps", List.of(Map.of("says", Map.of("zh", "先赔", "en", "Pay first"), "minutes", 30)));
        String path = "/api/v1/procedures/leak";
        JsonNode shipped = service.get(scoped, path);
        assertThat(shipped.path("version").asInt()).isZero();
        assertThat(put(path, "\"0\"", body).statusCode()).isEqualTo(200);
        assertThat(put(path, "\"0\"", body).statusCode()).isEqualTo(412);
        JsonNode changed = service.get(scoped, path);
        assertThat(changed.path("playbook").asBoolean()).isTrue();
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
