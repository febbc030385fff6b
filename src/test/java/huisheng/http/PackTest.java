package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackTest {
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
    private Server.Answer post(String path, byte[] body, String... headers) {
        HttpRequest.Builder request = server.request(Server.ADMIN, "/api/v1/packs/" + path)
                .header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) request.headers(headers);
        return server.send(request);
    }

    private Server.Answer post(String path, String yaml) {
        return post(path, yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8), "Content-Type", "application/yaml");
    }

    @Test
    void text_isYamlWithItsVersionAsTag() {
        Server.Answer answer = server.get(Server.ADMIN, "/api/v1/packs/baijiu");
        assertThat(answer.body()).isEqualTo(FakeSandbox.YAML);
        assertThat(answer.header("Content-Type")).startsWith("application/yaml");
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void preview_changedPack_reachesTheSandbox() {
        assertThat(post("baijiu/preview?sample=50", FakeSandbox.YAML)
                        .json()
                        .path("sample")
                        .asInt())
                .isEqualTo(50);
        assertThat(server.sandbox.last()).isEqualTo(List.of(FakeSandbox.YAML, 50));
        assertThat(post("baijiu/preview", FakeSandbox.YAML)
                        .json()
                        .path("sample")
                        .asInt())
                .isEqualTo(1_000);
        assertThat(post("baijiu/preview?sample=5001", FakeSandbox.YAML).status())
                .isEqualTo(400);
    }

    @Test
    void preview_badPack_namesThePlace() {
        Server.Answer answer = post("baijiu/preview", "bad");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("item").asText()).isEqualTo("aspect taste");
        assertThat(answer.json().path("line").asInt()).isEqualTo(7);
        assertThat(answer.json().path("detail").asText())
                .contains("aspect taste")
                .contains("declared twice");
    }

    @Test
    void apply_tagOfAnotherVersion_isAConflict() {
        byte[] yaml = FakeSandbox.YAML.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(post("baijiu/apply", yaml, "Content-Type", "text/yaml; charset=utf-8", "If-Match", "\"3\"")
                        .status())
                .isEqualTo(200);
        assertThat(server.sandbox.last()).isEqualTo(List.of(FakeSandbox.YAML, Optional.of(3)));
        assertThat(post("baijiu/apply", yaml, "Content-Type", "text/yaml", "If-Match", "\"2\"")
                        .status())
                .isEqualTo(409);
        assertThat(post("baijiu/apply", yaml, "Content-Type", "text/yaml", "If-Match", "3")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void bodies_thatAreNoYaml_areRefused() {
        assertThat(post("baijiu/apply", new byte[] {'{', '}'}, "Content-Type", "application/json")
                        .status())
                .isEqualTo(415);
        assertThat(post("baijiu/apply", new byte[] {(byte) 0xff}, "Content-Type", "application/yaml")
                        .status())
                .isEqualTo(422);
        assertThat(post("baijiu/apply", new byte[300_000], "Content-Type", "application/yaml")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void rollbackProgressVersions_areAnswered() {
        assertThat(post("baijiu/rollback", new byte[0]).json().path("version").asInt())
                .isEqualTo(5);
        assertThat(server.get(Server.ADMIN, "/api/v1/packs/baijiu/progress")
                        .json()
                        .path("finished")
                        .asBoolean())
                .isTrue();
        assertThat(server.get(Server.ADMIN, "/api/v1/packs/baijiu/versions").json())
                .isEmpty();
        assertThat(server.get(Server.ADMIN, "/api/v1/packs").json()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wine", "Wine", "..%2Fsecret", "-"})
    void packs_thatAreNotThere_areNotFound(String pack) {
        assertThat(server.get(Server.ADMIN, "/api/v1/packs/" + pack).status()).isEqualTo(404);
        assertThat(post(pack + "/preview", FakeSandbox.YAML).status()).isEqualTo(404);
    }

    @Test
    void changes_needTheRightToAdminister() {
        HttpRequest.Builder request = server.request(Server.READER, "/api/v1/packs/baijiu/apply")
                .header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofString(FakeSandbox.YAML));
        assertThat(server.send(request).status()).isEqualTo(403);
    }
}
