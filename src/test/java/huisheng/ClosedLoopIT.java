package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A problem from the complaint to the case that is learnt of it, as its callers see it. */
class ClosedLoopIT extends LoopIT {
    private static final List<String> GOOD = List.of("包装严实", "瓶盖很紧", "一滴没漏", "箱子完好", "封口牢固", "瓶子漂亮");

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
                        Map.of("measure", "negative", "in", Map.of("product", List.of("YL-500")), "days", 7)));
        ticket = LocalService.json(service.post(
                scoped,
                TICKETS + "/" + ticket.path("id").asText() + "/replies",
                Map.of("review", review, "text", "已补发，电话 13912345678", "channel", "phone")));
        assertThat(ticket.at("/replies/0/text").asText()).isEqualTo("已补发，电话 ***********");
        assertThat(ticket.at("/ticket/clock/repliedAt").asText()).isNotEmpty();
        ticket = taken(ticket, "implement", Map.of());

        Instant from = Instant.parse(ticket.path("decidedFrom").asText());
        assertThat(Duration.between(Instant.now(), from)).isBetween(Duration.ofDays(6), Duration.ofDays(7));
        HttpResponse<String> soon = step(scoped, ticket, "verify", Map.of("reason", "看起来好了"));
        assertThat(soon.statusCode()).isEqualTo(409);
        assertThat(soon.body()).contains("too-early", "\"from\":\"" + from);
        ticket = taken(ticket, "measure", Map.of());
        assertThat(ticket.at("/ticket/look/preliminary").asBoolean()).isTrue();
        assertThat(ticket.at("/ticket/state").asText()).isEqualTo("implemented");
        implementedEightDaysAgo(ticket);

        ticket = decided(ticket);
        JsonNode look = ticket.at("/ticket/look");
        pushPraise();
        HttpResponse<String> again = step(scoped, ticket, "measure", Map.of());
        assertThat(again.statusCode())
                .as("the first look that decides is the last")
                .isEqualTo(409);
        assertThat(step(scoped, ticket, "verify", Map.of()).statusCode()).isEqualTo(422);
        ticket = taken(ticket, "reopen", Map.of("reason", "重新实施，再看一周"));
        assertThat(ticket.at("/ticket/look").isMissingNode()).isTrue();
        ticket = taken(ticket, "plan", Map.of());
        ticket = taken(ticket, "implement", Map.of());
        implementedEightDaysAgo(ticket);
        ticket = taken(ticket, "verify", Map.of());
        assertThat(ticket.at("/ticket/look/effect")).isNotEqualTo(look.path("effect"));
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
                .extracting(entry ->
                        entry.path("version").asInt() + entry.path("kind").asText())
                .containsExactly(
                        "12close",
                        "11verify",
                        "10measure",
                        "9implement",
                        "8plan",
                        "7reopen",
                        "6measure",
                        "5measure",
                        "4implement",
                        "3replied",
                        "2plan",
                        "1registered");
        assertThat(history.at("/entries/10/changes/work.owner/to").asText()).isEqualTo("李工");
        assertThat(history.at("/entries/10/by").asText()).isEqualTo("云岭客服");
        assertThat(effect.at("/evidenceBefore/quotes")).isNotEmpty();
        assertThat(effect.at("/evidenceBefore/quotes").findValues("text")).isEmpty();

        caseOf(ticket);
    }

    /** A verification that shows no proof yet is refused, and what it looked at is kept. */
    private JsonNode decided(JsonNode ticket) throws Exception {
        HttpResponse<String> unproven = step(scoped, ticket, "verify", Map.of());
        assertThat(unproven.statusCode()).isEqualTo(422);
        assertThat(unproven.body()).contains("\"missing\":[\"reason\"]");
        JsonNode after = service.get(scoped, TICKETS + "/" + ticket.path("id").asText());
        assertThat(after.path("version").asInt())
                .isEqualTo(ticket.path("version").asInt() + 1);
        assertThat(after.at("/ticket/look/preliminary").asBoolean()).isFalse();
        assertThat(after.at("/ticket/look/effect/label").asText()).isEqualTo("not-yet");
        return after;
    }

    /** The complaints lie before it, and the praise within the seven days after it. */
    private void implementedEightDaysAgo(JsonNode ticket) throws Exception {
        String then = Instant.now().minus(Duration.ofDays(8)).toString();
        try (Connection connection = connect();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE ticket SET body = jsonb_set(body, '{clock,implementedAt}', to_jsonb(?::text)) WHERE id = ?")) {
            update.setString(1, then);
            update.setLong(2, ticket.path("id").asLong());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private void pushPraise() throws Exception {
        List<Map<String, Object>> reviews = new ArrayList<>();
        Instant now = Instant.now().minus(Duration.ofDays(5));
        for (int i = 0; i < 36; i++) {
            String text = GOOD.get(i % 6) + "，" + ENDS.get(2 * (i / 6 % 3) + 1) + "，第" + (char) ('a' + i % 26) + "次";
            reviews.add(review("good" + i, "云岭", text, now));
        }
        assertThat(service.push(reviews).path("accepted").asInt()).isEqualTo(36);
        settle(74);
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
        HttpResponse<String> twice =
                service.post(scoped, CASES, Map.of("ticket", ticket.path("id").asLong()));
        assertThat(twice.statusCode()).isEqualTo(409);

        // a part of a word is enough: 部分匹配
        for (String part : List.of("漏液", "扭矩", "口漏", "垫圈 扭矩", "漏")) {
            assertThat(service.get(scoped, CASES + "?q=" + LocalService.encode(part))
                            .at("/cases/0/id")
                            .asLong())
                    .as(part)
                    .isEqualTo(written.path("id").asLong());
        }
        assertThat(service.get(scoped, CASES + "?q=" + LocalService.encode("回味悠长"))
                        .path("cases"))
                .isEmpty();
        JsonNode like = register(scoped, Map.of("title", "又有瓶口漏液", "problem", "华北也有了"));
        JsonNode similar = service.get(scoped, TICKETS + "/" + like.path("id").asText() + "/similar-cases");
        assertThat(similar.at("/cases/0/id")).isEqualTo(written.path("id"));
        assertThat(similar.at("/cases/0/shared/0").asText()).isEqualTo("瓶口漏液");
    }
}
