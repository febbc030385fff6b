package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyTest {
    private static final String JSON = "application/json";
    private Server server;

    @BeforeAll
    void start() {
        server = new Server();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Server.Answer push(String key, String body) {
        return server.push(JSON, body.getBytes(StandardCharsets.UTF_8), "Idempotency-Key", key);
    }

    private static String review(String id, String text) {
        return "{\"channel\":\"t\",\"externalId\":\"" + id + "\",\"text\":\"" + text + "\"}";
    }

    @Test
    void push_sameKeyAndBody_answersTheSame() {
        String body = "[" + review("a1", "好") + "," + review("a2", "好") + ",7]";
        Server.Answer first = push("same", body);
        long pushed = server.intake.pushed.get();
        Server.Answer second = push("same", body);
        assertThat(first.status()).isEqualTo(202);
        assertThat(first.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.header("Idempotency-Key")).isEqualTo("same");
        assertThat(server.intake.pushed).hasValue(pushed);
    }

    @Test
    void push_sameKeyOtherBodyOrAddress_isRefused() {
        assertThat(push("other", review("o1", "好")).status()).isEqualTo(202);
        Server.Answer refused = push("other", review("o2", "好"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("type").asText()).isEqualTo("urn:huisheng:problem:key-reused");
        assertThat(server.intake.texts).doesNotContainKey("t/o2");
        Server.Answer elsewhere = server.send(server.request(Server.PUSHER, "/api/v1/channels/canonical/reviews")
                .header("Content-Type", JSON)
                .header("Idempotency-Key", "other")
                .POST(HttpRequest.BodyPublishers.ofString(review("o1", "好"))));
        assertThat(elsewhere.status()).isEqualTo(422);
    }

    @Test
    void push_sameBodyZipped_isTheSame() throws IOException {
        String body = review("z", "好");
        assertThat(push("zip", body).status()).isEqualTo(202);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        Server.Answer again =
                server.push(JSON, zipped.toByteArray(), "Idempotency-Key", "zip", "Content-Encoding", "gzip");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void push_sameKeyOfAnotherCaller_isItsOwn() {
        assertThat(push("shared", review("s1", "好")).status()).isEqualTo(202);
        Server.Answer admin = server.send(server.request(Server.ADMIN, "/api/v1/reviews")
                .header("Content-Type", JSON)
                .header("Idempotency-Key", "shared")
                .POST(HttpRequest.BodyPublishers.ofString(review("s2", "好"))));
        assertThat(admin.status()).isEqualTo(202);
        assertThat(admin.json().path("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void push_brokenBody_isNotKept() {
        assertThat(push("broken", "[" + review("b1", "好") + ",").status()).isEqualTo(400);
        assertThat(push("broken", "[" + review("b1", "好") + "]").status()).isEqualTo(202);
    }

    @Test
    void push_overloadedOrStoreDown_isNotKeptAndCanComeAgain() {
        server.intake.overloaded.set(true);
        assertThat(push("later", review("l1", "好")).status()).isEqualTo(429);
        server.intake.overloaded.set(false);
        server.kept.broken.set(true);
        assertThat(push("later", review("l1", "好")).status()).isEqualTo(503);
        server.kept.broken.set(false);
        Server.Answer done = push("later", review("l1", "好"));
        assertThat(done.status()).isEqualTo(202);
        server.intake.overloaded.set(true);
        // what was acknowledged is told again however busy the service is
        assertThat(push("later", review("l1", "好")).body()).isEqualTo(done.body());
        server.intake.overloaded.set(false);
    }

    @Test
    void push_manyItems_areToldAgainWhole() {
        StringBuilder body = new StringBuilder("[");
        for (int i = 0; i < 5_000; i++) body.append(i == 0 ? "" : ",").append(review("m" + i, "好"));
        String all = body.append("]").toString();
        Server.Answer first = push("many", all);
        assertThat(first.json().path("results")).hasSize(5_000);
        assertThat(push("many", all).body()).isEqualTo(first.body());
    }
}
