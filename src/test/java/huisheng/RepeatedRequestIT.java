package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What comes again under an Idempotency-Key is done once, also when it comes several times at once. */
class RepeatedRequestIT extends LoopIT {
    private static final int AT_ONCE = 8;

    private HttpResponse<String> keyed(String who, String path, String key, Map<String, ?> body) throws Exception {
        return service.post(who, path, body, "Idempotency-Key", key, "Accept-Language", "en");
    }

    /** Answers of as many at once, and checks that all are the same but one are repetitions. */
    @CanIgnoreReturnValue
    private List<JsonNode> atOnce(String path, String key, int status, Map<String, ?> body) throws Exception {
        List<JsonNode> answers = new ArrayList<>();
        int replayed = 0;
        Callable<HttpResponse<String>> call = () -> keyed(scoped, path, key, body);
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<HttpResponse<String>> answer : pool.invokeAll(Collections.nCopies(AT_ONCE, call))) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(status);
                if (answer.get().headers().firstValue("Idempotency-Replayed").isPresent()) replayed++;
                answers.add(LocalService.json(answer.get()));
            }
        }
        assertThat(replayed).as(path).isEqualTo(AT_ONCE - 1);
        assertThat(answers.stream().map(answer -> answer.path("id").asLong()))
                .as(path)
                .containsOnly(answers.getFirst().path("id").asLong());
        return answers;
    }

    @Test
    void create_underOneKey_isDoneOnceAndToldAsItStandsNow() throws Exception {
        Map<String, String> wanted = Map.of("title", "连点两次的工单");
        JsonNode ticket = atOnce(TICKETS, "t-1", 201, wanted).getFirst();
        assertThat(service.get(scoped, TICKETS + "?text=" + LocalService.encode("连点两次"))
                        .path("tickets"))
                .hasSize(1);
        String path = TICKETS + "/" + ticket.path("id").asText();

        atOnce(path + "/comments", "c-1", 200, Map.of("text", "只说一次"));
        JsonNode linked =
                LocalService.json(service.post(scoped, path + "/reviews", Map.of("reviews", List.of(id("bad1")))));
        assertThat(linked.path("version").asInt()).isEqualTo(3);
        List<JsonNode> replied =
                atOnce(path + "/replies", "r-1", 200, Map.of("review", id("bad1"), "text", "已补发", "channel", "jd"));
        assertThat(replied.getLast().path("replies")).hasSize(1);
        atOnce(
                "/api/v1/playbooks/opinion-crisis/start",
                "p-1",
                201,
                Map.of("ticket", ticket.path("id").asLong()));
        assertThat(service.get(
                                scoped,
                                "/api/v1/playbook-runs?ticket="
                                        + ticket.path("id").asText())
                        .path("runs"))
                .hasSize(1);

        HttpResponse<String> now = keyed(scoped, TICKETS, "t-1", wanted);
        assertThat(LocalService.json(now).path("version").asInt()).isEqualTo(4);
        assertThat(now.headers().firstValue("ETag")).contains("\"4\"");
    }

    @Test
    void case_ofATicketUnderOneKey_isWrittenOnceThoughTheTicketHasOneAlready() throws Exception {
        JsonNode ticket = register(scoped, Map.of("title", "标签"));
        ticket = taken(ticket, "plan", Map.of("plan", "换机", "owner", "李工", "criterion", "不歪"));
        ticket = taken(ticket, "implement", Map.of());
        ticket = taken(ticket, "verify", Map.of("reason", "抽查"));
        ticket = taken(ticket, "close", Map.of());
        atOnce(CASES, "case-1", 201, Map.of("ticket", ticket.path("id").asLong(), "type", "label"));
    }

    @Test
    void key_forSomethingElseOrOfSomebodyElse_isNotARepetition() throws Exception {
        assertThat(keyed(scoped, TICKETS, "k-1", Map.of("title", "甲")).statusCode())
                .isEqualTo(201);
        HttpResponse<String> other = keyed(scoped, TICKETS, "k-1", Map.of("title", "乙"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("key-reused");
        HttpResponse<String> elsewhere = keyed(scoped, TICKETS + "?q=x", "k-1", Map.of("title", "甲"));
        assertThat(elsewhere.statusCode()).isEqualTo(422);
        HttpResponse<String> somebody = keyed(service.key(), TICKETS, "k-1", Map.of("title", "甲"));
        assertThat(somebody.statusCode()).isEqualTo(201);
        assertThat(somebody.headers().firstValue("Idempotency-Replayed")).isEmpty();
        // what was refused has made nothing, so that its key is free
        assertThat(keyed(scoped, TICKETS, "k-2", Map.of("title", "丙", "reviews", List.of(999_999)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(keyed(scoped, TICKETS, "k-2", Map.of("title", "丙")).statusCode())
                .isEqualTo(201);
    }
}
