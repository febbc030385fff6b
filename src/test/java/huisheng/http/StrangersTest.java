package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.access.ApiKeys;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One call a second from an address for those whom nobody knows, and ten at once. */
class StrangersTest {
    private Server server;

    @BeforeEach
    void start() {
        server = new Server(new Access.Limits(5_000, 5_000, 1));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Server.Answer call(String address, HttpRequest.Builder request) {
        return server.send(request.header("X-Forwarded-For", address));
    }

    private HttpRequest.Builder open(String path) {
        return HttpRequest.newBuilder(server.uri(path));
    }

    private void exhaust(String address) {
        for (int i = 0; i < 12; i++) {
            int status = call(address, open("/api/v1/me")).status();
            if (status == 429) return;
            assertThat(status).isEqualTo(401);
        }
        throw new AssertionError("strangers were let in without end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/index.html", "/health/live", "/metrics", "/api/v1/openapi.yaml", "/api/docs", "/nowhere"})
    void openPath_tooManyCallsFromAnAddress_tellsWhenToCallAgain(String path) {
        exhaust("203.0.113.7");
        Server.Answer refused = call("203.0.113.7", open(path));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("Content-Security-Policy")).isEqualTo(SecureHeaders.POLICY);
        assertThat(call("203.0.113.8", open(path)).status()).isNotEqualTo(429);
    }

    @Test
    void login_tooManyCallsFromAnAddress_isNotEvenTried() {
        exhaust("203.0.113.7");
        HttpRequest.Builder login = open("/api/v1/login")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"login\":\"a\",\"password\":\"b\"}"));
        assertThat(call("203.0.113.7", login).status()).isEqualTo(429);
        assertThat(server.audit.entries).isEmpty();
    }

    @Test
    void keys_madeUp_areNotEvenLookedUpOnceTooMany() {
        exhaust("203.0.113.7");
        int before = server.lookups.get();
        for (int i = 0; i < 20; i++) {
            Server.Answer answer = call("203.0.113.7", server.request(ApiKeys.generate(), "/api/v1/me"));
            assertThat(answer.status()).isEqualTo(429);
        }
        assertThat(server.lookups.get()).isEqualTo(before);
    }

    @Test
    void caller_knownBefore_isNoStrangerWhateverOthersDo() {
        assertThat(call("203.0.113.7", server.request(Server.READER, "/api/v1/me"))
                        .status())
                .isEqualTo(200);
        exhaust("203.0.113.7");
        for (int i = 0; i < 20; i++) {
            assertThat(call("203.0.113.7", server.request(Server.READER, "/api/v1/me"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void network_ofOneSubscriber_isOneStranger() {
        for (String address : List.of("2001:db8:1:2::3", "2001:db8:1:2::4")) {
            for (int i = 0; i < 5; i++)
                assertThat(call(address, open("/health/live")).status()).isEqualTo(200);
        }
        assertThat(call("2001:db8:1:2::5", open("/health/live")).status()).isEqualTo(429);
        assertThat(call("2001:db8:1:3::5", open("/health/live")).status()).isEqualTo(200);
    }
}
