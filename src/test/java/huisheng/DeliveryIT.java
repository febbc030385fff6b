package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.Inbox.Post;
import huisheng.Inbox.Reply;
import huisheng.alert.delivery.Signatures;
import huisheng.json.Json;
import huisheng.store.EmbeddedDatabases;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the push of a review to the system that is told of it, by way of the API alone. */
class DeliveryIT {
    private static final String SECRET = "a-long-secret-of-your-own";
    private static final Reply OK = new Reply(204, "", true);

    private LocalService service;
    private Inbox inbox;

    @BeforeEach
    void start() throws IOException {
        inbox = new Inbox(post -> OK);
        service = LocalService.start(LocalService.folder("delivery"), EmbeddedDatabases.url());
    }

    @AfterEach
    void stop() {
        service.close();
        inbox.close();
    }

    @CanIgnoreReturnValue
    private JsonNode put(String name, Map<String, ?> target) throws Exception {
        return service.put("/api/v1/targets/" + LocalService.encode(name), Json.write(target));
    }

    private Map<String, Object> hook(Map<String, ?> filter) {
        return Map.of(
                "kind",
                "webhook",
                "address",
                inbox.url("/hooks/t0ken"),
                "secret",
                SECRET,
                "events",
                List.of("review.matched"),
                "filter",
                filter);
    }

    private void push(String externalId, String text) throws Exception {
        JsonNode answer = service.push(List.of(LocalService.review(externalId, text, 3)));
        assertThat(answer.path("results")).hasSize(1);
    }

    private JsonNode deliveries(String query) throws Exception {
        return service.get(service.key(), "/api/v1/deliveries" + query).path("deliveries");
    }

    private void waitForState(String state, int n) throws Exception {
        LocalService.waitFor(() -> deliveries("?state=" + state).size() == n);
    }

    @Test
    void push_reviewThatMatches_isToldMaskedAndSigned() throws Exception {
        put("客服系统", hook(Map.of("in", Map.of("channel", List.of("jd")), "q", "漏酒")));
        push("1", "瓶口漏酒，打13812345678找我");
        push("2", "酒香浓郁，回味悠长");
        LocalService.waitFor(() -> !inbox.taken.isEmpty());
        waitForState("sent", 1);
        Post post = inbox.taken.getFirst();
        assertThat(inbox.taken).hasSize(1);
        assertThat(Signatures.genuine(SECRET, post.signature(), post.body(), Instant.now()))
                .isTrue();
        JsonNode told = Json.read(post.text(), JsonNode.class);
        assertThat(told.at("/facts/review/externalId").asText()).isEqualTo("1");
        assertThat(told.at("/facts/review/text").asText()).contains("瓶口漏酒").doesNotContain("13812345678");
        assertThat(told.at("/facts/analysis/sentiment/label").asText()).isEqualTo("negative");
        long id = told.at("/facts/id").asLong();
        JsonNode shown = service.get(service.key(), "/api/v1/reviews/" + id);
        assertThat(told.at("/facts/review")).isEqualTo(shown.path("review"));
        assertThat(told.at("/facts/analysis")).isEqualTo(shown.path("analysis"));
        assertThat(told.path("id").asText()).startsWith("review:" + id + ":1:");
    }

    @Test
    void push_reviewOutOfTheTargetsScopeOrBeforeIt_isNotTold() throws Exception {
        push("early", "瓶口漏酒");
        service.settle();
        Map<String, Object> scoped = new java.util.HashMap<>(hook(Map.of()));
        scoped.put("scope", Map.of("channel", List.of("taobao")));
        put("taobao", scoped);
        put("all", hook(Map.of()));
        push("late", "瓶口漏酒");
        waitForState("sent", 1);
        assertThat(deliveries("").get(0).path("target").asText()).isEqualTo("all");
        assertThat(inbox.taken)
                .singleElement()
                .satisfies(post -> assertThat(post.text()).contains("late"));
    }

    @Test
    void target_outage_holdsNothingElseUpAndLosesNothing() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Inbox down = new Inbox(post -> asked.incrementAndGet() <= 4 ? new Reply(503, "", false) : OK);
        put("up", hook(Map.of()));
        Map<String, Object> away = new java.util.HashMap<>(hook(Map.of()));
        away.put("address", down.url("/x"));
        put("down", away);
        for (int i = 0; i < 20; i++) push("r" + i, "瓶口漏酒" + i);
        LocalService.waitFor(() -> inbox.taken.size() == 20);
        assertThat(down.taken).isEmpty();
        LocalService.waitFor(() -> down.taken.size() == 20);
        waitForState("sent", 40);
        assertThat(down.taken.stream().map(DeliveryIT::review).toList())
                .containsExactlyElementsOf(
                        inbox.taken.stream().map(DeliveryIT::review).toList());
        down.close();
    }

    /** A system that came later than a review follows it from then on. */
    @Test
    void push_editOfAReviewFromBeforeTheTarget_isTold() throws Exception {
        push("early", "酒香浓郁");
        push("quiet", "瓶口漏酒");
        service.settle();
        put("all", hook(Map.of("q", "漏酒")));
        push("early", "瓶口漏酒，要求退货");
        push("early", "瓶口漏酒，要求退货");
        waitForState("sent", 1);
        service.settle();
        assertThat(inbox.taken)
                .singleElement()
                .satisfies(post -> assertThat(post.text()).contains("要求退货", "\"version\":2"));
    }

    private static String review(Post post) {
        return Json.read(post.text(), JsonNode.class)
                .at("/facts/review/externalId")
                .asText();
    }

    @Test
    void target_thatRefuses_leavesADeadLetterThatCanBeSentAgain() throws Exception {
        inbox.reply(post -> new Reply(410, "", false));
        put("crm", hook(Map.of()));
        push("1", "瓶口漏酒");
        waitForState("dead", 1);
        JsonNode dead = deliveries("?state=dead").get(0);
        assertThat(dead.path("error").asText()).isEqualTo("HTTP 410");
        inbox.reply(post -> OK);
        String resend = "/api/v1/deliveries/" + dead.path("id").asText() + "/resend";
        assertThat(service.post(service.key(), resend, "").statusCode()).isEqualTo(200);
        waitForState("sent", 1);
        assertThat(inbox.taken).hasSize(1);
        assertThat(service.post(service.key(), resend, "").statusCode()).isEqualTo(409);
    }

    @Test
    void target_itsSecrets_areNeverToldAgain() throws Exception {
        JsonNode made = put("crm", hook(Map.of()));
        assertThat(made.path("address").asText()).isEqualTo(inbox.url("/…"));
        HttpResponse<String> listed = service.send(service.request(service.key(), "/api/v1/targets"));
        assertThat(listed.body()).doesNotContain(SECRET).doesNotContain("t0ken").contains("crm");
        // without an address both stay
        put("crm", Map.of("kind", "webhook", "language", "en"));
        HttpResponse<String> tested = service.post(service.key(), "/api/v1/targets/crm/test", "");
        assertThat(tested.body()).isEqualTo("{\"outcome\":\"delivered\"}");
        Post post = inbox.taken.getFirst();
        assertThat(post.text()).contains("Huisheng test notice");
        assertThat(Signatures.genuine(SECRET, post.signature(), post.body(), Instant.now()))
                .isTrue();
    }

    @Test
    void target_addressThatCannotBe_isRefusedWithItsReason() throws Exception {
        Map<String, Object> target = new java.util.HashMap<>(hook(Map.of()));
        target.put("address", "ftp://files.example/s3cret");
        HttpResponse<String> refused = service.send(service.request(service.key(), "/api/v1/targets/crm")
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .PUT(HttpRequest.BodyPublishers.ofString(Json.write(target))));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("/address")
                .contains("only https and http")
                .doesNotContain("s3cret");
    }

    @Test
    void metrics_tellHowDeliveriesEnd() throws Exception {
        put("crm", hook(Map.of()));
        push("1", "瓶口漏酒");
        waitForState("sent", 1);
        String metrics =
                service.send(service.request(service.key(), "/metrics")).body();
        assertThat(metrics).contains("huisheng_deliveries_total{end=\"sent\",kind=\"webhook\"} 1.0");
        assertThat(metrics).contains("huisheng_deliveries_open{kind=\"webhook\",state=\"dead\"} 0.0");
    }
}
