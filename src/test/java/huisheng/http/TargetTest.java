package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.http.HttpRequest;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TargetTest {
    private static final String HOOK = """
            {"kind":"webhook","address":"https://crm.example/x","secret":"a-long-secret-of-your-own",
             "events":["review.matched"],"filter":{"in":{"rating":["1"]},"q":"漏酒 上头"},"scope":{"brand":["云岭"]}}""";

    private Server server;

    @BeforeAll
    void start() {
        server = new Server();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @CanIgnoreReturnValue
    private Server.Answer put(String key, String name, String body) {
        return server.send(server.request(key, "/api/v1/targets/" + name)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Server.Answer post(String key, String path) {
        return server.send(server.request(key, path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    @Test
    void put_target_isKeptAsAsked() {
        assertThat(put(Server.ADMIN, "%E5%AE%A2%E6%9C%8D", HOOK).status()).isEqualTo(200);
        TargetRequest kept = Objects.requireNonNull(server.targets.kept.get("客服"));
        assertThat(kept.language()).isEqualTo("zh");
        assertThat(kept.about().only().toString()).contains("云岭");
        assertThat(Objects.requireNonNull(kept.reviews()).query()).isEqualTo("漏酒 上头");
        assertThat(server.get(Server.ADMIN, "/api/v1/targets/%E5%AE%A2%E6%9C%8D")
                        .status())
                .isEqualTo(200);
        assertThat(post(Server.ADMIN, "/api/v1/targets/%E5%AE%A2%E6%9C%8D/test")
                        .json()
                        .path("outcome")
                        .asText())
                .isEqualTo("delivered");
    }

    @Test
    void everyCall_withoutTheRight_isForbidden() {
        assertThat(put(Server.READER, "x", HOOK).status()).isEqualTo(403);
        assertThat(server.get(Server.READER, "/api/v1/targets").status()).isEqualTo(403);
        assertThat(server.get(Server.READER, "/api/v1/deliveries").status()).isEqualTo(403);
        assertThat(post(Server.PUSHER, "/api/v1/targets/x/test").status()).isEqualTo(403);
        assertThat(post(Server.READER, "/api/v1/deliveries/1/resend").status()).isEqualTo(403);
        assertThat(server.targets.kept).doesNotContainKey("x");
    }

    @Test
    void delete_target_isGone() {
        put(Server.ADMIN, "old", HOOK);
        HttpRequest.Builder delete =
                server.request(Server.ADMIN, "/api/v1/targets/old").DELETE();
        assertThat(server.send(delete).status()).isEqualTo(204);
        assertThat(server.send(delete).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /kind",
                "{\"kind\":\"pager\"} | /kind",
                "{\"kind\":\"webhook\",\"language\":\"fr\"} | /language",
                "{\"kind\":\"webhook\",\"events\":[\"alert.raised\",\"no.such\"]} | /events",
                "{\"kind\":\"webhook\",\"leastLevel\":4} | /leastLevel",
                "{\"kind\":\"webhook\",\"colour\":\"red\"} | /colour",
                "{\"kind\":\"webhook\",\"scope\":{\"rating\":[\"1\"]}} | /scope/rating",
                "{\"kind\":\"webhook\",\"scope\":{\"brand\":[]}} | /scope/brand",
                "{\"kind\":\"webhook\",\"filter\":{\"in\":{\"rating\":[\"6\"]}}} | /filter/in/rating",
                "{\"kind\":\"webhook\",\"filter\":{\"in\":{\"risk\":[\"boredom\"]}}} | /filter/in/risk",
                "{\"kind\":\"webhook\",\"filter\":{\"in\":{\"brand\":[\"\"]}}} | /filter/in/brand",
                "{\"kind\":\"webhook\",\"filter\":{\"q\":\"漏酒 NOT 快递\"}} | /filter/q",
                "{\"kind\":\"webhook\",\"address\":\"\\u0000\"} | /address"
            })
    void put_whatCannotBe_isRefusedWithItsPlace(String body, String pointer) {
        Server.Answer answer = put(Server.ADMIN, "bad", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("pointer").asText()).isEqualTo(pointer);
        assertThat(server.targets.kept).doesNotContainKey("bad");
    }

    @ParameterizedTest
    @CsvSource({"a%20b", "%2Fetc", "-x", "a%00b"})
    void put_nameThatCannotBe_isRefused(String name) {
        assertThat(put(Server.ADMIN, name, HOOK).status()).isIn(400, 404);
    }

    @Test
    void deliveries_stateAndLimit_arePassedOnAndBounded() {
        assertThat(server.get(Server.ADMIN, "/api/v1/deliveries?state=dead&limit=7")
                        .json()
                        .path("asked")
                        .asText())
                .isEqualTo("dead7");
        for (String wrong : new String[] {"state=lost", "limit=0", "limit=201", "colour=red"}) {
            assertThat(server.get(Server.ADMIN, "/api/v1/deliveries?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void resend_deadOrNot_answersAccordingly() {
        assertThat(post(Server.ADMIN, "/api/v1/deliveries/1/resend")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("waiting");
        assertThat(post(Server.ADMIN, "/api/v1/deliveries/2/resend").status()).isEqualTo(409);
        assertThat(post(Server.ADMIN, "/api/v1/deliveries/3/resend").status()).isEqualTo(404);
        assertThat(post(Server.ADMIN, "/api/v1/deliveries/x/resend").status()).isEqualTo(404);
    }

    @Test
    void request_itsTextForLogs_tellsNoSecret() {
        put(Server.ADMIN, "quiet", HOOK);
        assertThat(String.valueOf(server.targets.kept.get("quiet")))
                .doesNotContain("a-long-secret")
                .doesNotContain("crm.example");
    }
}
