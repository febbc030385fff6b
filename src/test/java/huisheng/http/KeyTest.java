package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyTest {
    private final List<Long> made = new ArrayList<>();
    private Server server;

    @BeforeAll
    void start() {
        server = new Server();
    }

    @AfterEach
    void revoke() {
        made.forEach(id -> assertThat(revoke(Server.ADMIN, id).status()).isIn(200, 404));
        made.clear();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Server.Answer make(String key, String body) {
        Server.Answer answer = server.send(server.request(key, "/api/v1/keys")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.status() == 201) made.add(answer.json().path("id").asLong());
        return answer;
    }

    private Server.Answer revoke(String key, long id) {
        return server.send(server.request(key, "/api/v1/keys/" + id).DELETE());
    }

    @Test
    void make_scopedKey_opensWhatItsRightsSay() {
        Server.Answer answer =
                make(Server.ADMIN, "{\"name\":\"华南\",\"rights\":[\"read\"],\"scope\":{\"region\":[\"福建\",\"广东\"]}}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonNode key = answer.json();
        assertThat(key.path("scope").toString()).isEqualTo("{\"region\":[\"广东\",\"福建\"]}");
        String secret = key.path("key").asText();
        assertThat(server.get(secret, "/api/v1/reviews").status()).isEqualTo(200);
        assertThat(server.get(secret, "/api/v1/keys").status()).isEqualTo(403);
        assertThat(server.get(Server.ADMIN, "/api/v1/keys").body())
                .contains("华南")
                .doesNotContain(secret);
        assertThat(revoke(Server.ADMIN, key.path("id").asLong()).status()).isEqualTo(200);
        assertThat(server.get(secret, "/api/v1/reviews").status()).isEqualTo(401);
        assertThat(revoke(Server.ADMIN, key.path("id").asLong()).status()).isEqualTo(404);
    }

    @Test
    void rotate_key_givesItAnotherSecret() {
        JsonNode key =
                make(Server.ADMIN, "{\"name\":\"r\",\"rights\":[\"read\"]}").json();
        String path = "/api/v1/keys/" + key.path("id").asLong() + "/rotate";
        HttpRequest.BodyPublisher nothing = HttpRequest.BodyPublishers.noBody();
        String before = key.path("key").asText();
        assertThat(server.get(before, "/api/v1/reviews").status()).isEqualTo(200);
        Server.Answer rotated = server.send(server.request(Server.ADMIN, path).POST(nothing));
        assertThat(rotated.status()).as(rotated.body()).isEqualTo(200);
        String secret = rotated.json().path("key").asText();
        assertThat(server.get(before, "/api/v1/reviews").status())
                .as("without an overlap")
                .isEqualTo(401);
        assertThat(server.get(secret, "/api/v1/reviews").status()).isEqualTo(200);
        assertThat(server.send(server.request(secret, path).POST(nothing)).status())
                .isEqualTo(403);
        assertThat(server.send(server.request(Server.ADMIN, path + "?overlapHours=721")
                                .POST(nothing))
                        .status())
                .isEqualTo(400);
        assertThat(server.send(server.request(Server.ADMIN, "/api/v1/keys/999/rotate")
                                .POST(nothing))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void revoke_ownKey_isRefused() {
        assertThat(revoke(Server.ADMIN, 1).status()).isEqualTo(409);
        assertThat(revoke(Server.PUSHER, 1).status()).isEqualTo(403);
        assertThat(server.send(server.request(Server.ADMIN, "/api/v1/keys/x").DELETE())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void make_moreThanThereMayBe_isRefused() {
        for (int i = 0; i < 5; i++) {
            assertThat(make(Server.ADMIN, "{\"name\":\"k\",\"rights\":[\"push\"]}")
                            .status())
                    .isEqualTo(201);
        }
        assertThat(make(Server.ADMIN, "{\"name\":\"k\",\"rights\":[\"push\"]}").status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'rights':['read']}|/name",
                "{'name':' ','rights':['read']}|/name",
                "{'name':'a','rights':[]}|/rights",
                "{'name':'a'}|/rights",
                "{'name':'a','rights':[null]}|/rights",
                "{'name':'a','rights':['root']}|/rights/0",
                "{'name':'a','rights':['read'],'scope':{'brand':[]}}|/scope/brand",
                "{'name':'a','rights':['read'],'scope':{'brand':['']}}|/scope/brand",
                "{'name':'a','rights':['read'],'scope':{'brand':null}}|/scope/brand",
                "{'name':'a','rights':['read'],'scope':{'rating':['1']}}|/scope/rating",
                "{'name':'a','rights':['read'],'scope':{'colour':['red']}}|/scope",
                "{'name':'a','rights':['admin'],'scope':{'brand':['b']}}|/scope",
                "{'name':'a','rights':['read'],'more':1}|/more",
            })
    void make_badRequest_isToldWithItsPlaceInBothLanguages(String body, String pointer) {
        Server.Answer chinese = make(Server.ADMIN, body.replace('\'', '"'));
        assertThat(chinese.status()).as(chinese.body()).isEqualTo(400);
        assertThat(chinese.json().path("pointer").asText()).isEqualTo(pointer);
        assertThat(chinese.json().path("detail").asText()).contains("取值不对");
        Server.Answer english = server.send(server.request(Server.ADMIN, "/api/v1/keys")
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
        assertThat(english.json().path("detail").asText()).doesNotContainPattern("[一-龥]");
    }
}
