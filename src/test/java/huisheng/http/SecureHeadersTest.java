package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecureHeadersTest {
    private Server server;

    @BeforeAll
    void start() {
        server = new Server();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /,                     200",
        "GET,    /app.js,               200",
        "GET,    /webjars/nothing.js,   404",
        "GET,    /nothing,              404",
        "GET,    /api/docs,             200",
        "GET,    /api/v1/openapi.yaml,  200",
        "GET,    /api/v1/reviews,       401",
        "GET,    /api/v1/nothing,       404",
        "PATCH,  /api/v1/reviews,       405",
        "POST,   /api/v1/login,         415",
        "GET,    /health/live,          200",
        "GET,    /metrics,              200"
    })
    void answer_whatever_carriesThem(String method, String path, int status) {
        Server.Answer answer = server.send(HttpRequest.newBuilder(server.uri(path))
                .header("X-Forwarded-Proto", "https")
                .method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo(SecureHeaders.POLICY)
                .contains("frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(answer.header("Cache-Control").equals("no-store")).isEqualTo(path.startsWith("/api/"));
    }

    @Test
    void answer_toWhatIsNoRequest_carriesThemToo() throws IOException {
        try (Socket socket = server.socket();
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nbad header\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").containsIgnoringCase("content-security-policy: default-src");
        }
    }
}
