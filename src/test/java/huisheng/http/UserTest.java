package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.access.Role;
import huisheng.access.user.Login;
import huisheng.access.user.Session;
import huisheng.access.user.User;
import huisheng.json.Json;
import huisheng.review.Scope;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserTest {
    private static final String PASSWORD = "correct horse battery";

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
    @CsvSource(
            delimiter = '|',
            value = {
                "{'login':'a','name':'x','role':'executive'}|/login",
                "{'login':'a b','name':'x','role':'executive'}|/login",
                "{'name':'x','role':'executive'}|/login",
                "{'login':'abc','role':'executive'}|/name",
                "{'login':'abc','name':'x'}|/role",
                "{'login':'abc','name':'x','role':'boss'}|/role",
                "{'login':'abc','name':'x','role':'department'}|/scope",
                "{'login':'abc','name':'x','role':'post','scope':{'brand':['b']}}|/scope",
                "{'login':'abc','name':'x','role':'executive','scope':{'brand':['b']}}|/scope",
                "{'login':'abc','name':'x','role':'executive','password':'short'}|/password",
                "{'login':'abc','name':'x','role':'executive','password':'my name is ABC'}|/password",
                "{'login':'abc','name':'x','role':'executive','more':1}|/more",
            })
    void addUser_badRequest_isToldWithItsPlace(String body, String pointer) {
        Server.Answer answer = server.send(server.request(Server.ADMIN, "/api/v1/users")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("pointer").asText()).isEqualTo(pointer);
    }

    @Test
    void users_byAnAdministrator_areAddedListedChangedAndRemoved() {
        Server.Answer added = send(
                "POST",
                "/api/v1/users",
                Map.of(
                        "login",
                        "Wang.Wei",
                        "name",
                        "王伟",
                        "role",
                        "department",
                        "scope",
                        Map.of("brand", List.of("云岭"))));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        String password = added.json().path("password").asText();
        String path = "/api/v1/users/" + added.json().path("id").asLong();
        assertThat(login("wang.wei", password)).isInstanceOf(Login.Welcome.class);
        assertThat(server.get(Server.ADMIN, path).body()).contains("王伟").doesNotContain(password, "password");
        assertThat(server.get(Server.ADMIN, "/api/v1/users?limit=1")
                        .json()
                        .path("cursor")
                        .isTextual())
                .isTrue();
        assertThat(send("POST", "/api/v1/users", Map.of("login", "wang.wei", "name", "b", "role", "executive"))
                        .status())
                .isEqualTo(409);
        Server.Answer changed = send("PUT", path, Map.of("name", "王伟", "role", "executive", "disabled", true));
        assertThat(changed.json().has("disabledAt")).isTrue();
        assertThat(send("POST", path + "/password", Map.of("next", "yet another one"))
                        .body())
                .doesNotContain("yet another one");
        assertThat(login("wang.wei", "yet another one")).isInstanceOf(Login.Welcome.class);
        assertThat(send("DELETE", path, Map.of()).status()).isEqualTo(204);
        assertThat(send("DELETE", path, Map.of()).status()).isEqualTo(404);
    }

    private Server.Answer send(String method, String path, Object body) {
        return server.send(server.request(Server.ADMIN, path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(Json.write(body))));
    }

    @Test
    void users_oneself_areLeftToAnother() {
        User.Profile root = new User.Profile("root", Role.ADMINISTRATOR, Scope.ALL, null, false);
        User user = Server.await(server.people.add("root", PASSWORD, root)).orElseThrow();
        Session session = ((Login.Welcome) login("root", PASSWORD)).session();
        for (String method : List.of("PUT", "DELETE")) {
            Server.Answer answer = server.send(HttpRequest.newBuilder(server.uri("/api/v1/users/" + user.id()))
                    .header("Content-Type", "application/json")
                    .header("Cookie", SessionCookie.NAME + "=" + session.secret())
                    .header("X-CSRF-Token", session.csrfToken())
                    .method(method, HttpRequest.BodyPublishers.ofString("{\"name\":\"x\",\"role\":\"executive\"}")));
            assertThat(answer.status()).as(method).isEqualTo(409);
        }
    }

    private Login login(String login, String password) {
        return Server.await(server.people.login(login, password, "here"));
    }
}
