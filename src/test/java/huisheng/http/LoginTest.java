package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.access.Role;
import huisheng.access.user.User;
import huisheng.json.Json;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import huisheng.store.AuditEntry;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginTest {
    private static final String PASSWORD = "correct horse battery";
    private static final Scope SOUTH = new Scope(Map.of(Dimension.REGION, Set.of("广东")));

    private Server server;

    @BeforeAll
    void start() {
        server = new Server();
        add("li.na", Role.POST, SOUTH);
        add("root", Role.ADMINISTRATOR, Scope.ALL);
    }

    @BeforeEach
    void forgive() {
        server.people.forgive();
        server.audit.entries.clear();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void add(String login, Role role, Scope scope) {
        assertThat(Server.await(server.people.add(login, PASSWORD, new User.Profile(login, role, scope, "华南", false))))
                .isPresent();
    }

    private HttpRequest.Builder post(String path, Object body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)));
        if (headers.length > 0) request.headers(headers);
        return request;
    }

    private Server.Answer login(String login, String password, String... headers) {
        return server.send(post("/api/v1/login", Map.of("login", login, "password", password), headers));
    }

    private static String cookie(Server.Answer answer) {
        return answer.header("Set-Cookie").split(";", 2)[0];
    }

    private Server.Answer get(String path, String cookie) {
        return server.send(HttpRequest.newBuilder(server.uri(path)).header("Cookie", cookie));
    }

    private AuditEntry lastEntry() {
        return server.audit.entries.getLast();
    }

    @Test
    void login_rightPassword_setsACookieOutOfReachAndTellsWhoThatIs() {
        Server.Answer answer = login("li.na", PASSWORD);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie"))
                .startsWith("huisheng_session=")
                .contains("HTTPOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Secure", "Expires", "Max-Age");
        JsonNode me = answer.json();
        assertThat(me.path("rights").toString()).isEqualTo("[\"handle\",\"read\"]");
        assertThat(me.path("scope").toString()).isEqualTo("{\"region\":[\"广东\"]}");
        assertThat(me.path("csrfToken").asText()).hasSize(64);
        assertThat(get("/api/v1/me", cookie(answer)).json()).isEqualTo(me);
        assertThat(answer.body()).doesNotContain(cookie(answer).substring(17));
    }

    @Test
    void login_throughAProxyWithHttps_isSecure() {
        Server.Answer answer = login("li.na", PASSWORD, "X-Forwarded-Proto", "https");
        assertThat(answer.header("Set-Cookie"))
                .startsWith("__Host-huisheng_session=")
                .contains("Secure", "Path=/");
        String cookie = cookie(answer);
        HttpRequest.Builder me =
                HttpRequest.newBuilder(server.uri("/api/v1/me")).header("X-Forwarded-Proto", "https");
        assertThat(server.send(me.copy().header("Cookie", cookie)).status()).isEqualTo(200);
        // a sister site could have set this one
        String planted = cookie.substring("__Host-".length());
        assertThat(server.send(me.copy().header("Cookie", planted)).status()).isEqualTo(401);
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
        assertThat(login("li.na", PASSWORD).header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void login_wrongOrUnknown_isRefusedInTheSameWords() {
        Server.Answer wrong = login("li.na", "wrong horse battery");
        Server.Answer unknown = login("nobody", "wrong horse battery");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.json().path("detail")).isEqualTo(wrong.json().path("detail"));
        assertThat(unknown.header("Set-Cookie")).isEmpty();
    }

    @Test
    void login_afterTooManyFailures_tellsWhenToTryAgain() {
        for (int i = 0; i < 3; i++)
            assertThat(login("li.na", "wrong horse battery").status()).isEqualTo(401);
        Server.Answer locked = login("li.na", PASSWORD);
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.header("Retry-After")).isEqualTo("2");
        assertThat(locked.json().path("type").asText()).endsWith("locked-out");
    }

    @Test
    void session_cookie_opensWhatTheRoleMayAndNoMore() {
        String cookie = cookie(login("li.na", PASSWORD));
        assertThat(get("/api/v1/reviews", cookie).status()).isEqualTo(200);
        assertThat(server.reads.asked.getLast().toString()).contains(SOUTH.toString());
        assertThat(get("/api/v1/users", cookie).status()).isEqualTo(403);
        assertThat(get("/api/v1/reviews", "huisheng_session=abc").status()).isEqualTo(401);
    }

    @Test
    void change_inASession_needsItsToken() {
        Server.Answer login = login("root", PASSWORD);
        String cookie = cookie(login);
        String other = login("root", PASSWORD).json().path("csrfToken").asText();
        Map<String, Object> key = Map.of("name", "k", "rights", List.of("read"));
        assertThat(server.send(post("/api/v1/keys", key, "Cookie", cookie)).status())
                .isEqualTo(403);
        assertThat(server.send(post("/api/v1/keys", key, "Cookie", cookie, "X-CSRF-Token", other))
                        .status())
                .isEqualTo(403);
        String token = login.json().path("csrfToken").asText();
        Server.Answer made = server.send(post("/api/v1/keys", key, "Cookie", cookie, "X-CSRF-Token", token));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(server.send(post("/api/v1/logout", Map.of(), "Cookie", cookie))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void request_withKeyAndCookie_isTheKeys() {
        String cookie = cookie(login("root", PASSWORD));
        JsonNode me = server.send(server.request(Server.READER, "/api/v1/me").header("Cookie", cookie))
                .json();
        assertThat(me.path("kind").asText()).isEqualTo("key");
        assertThat(me.has("csrfToken")).isFalse();
        assertThat(server.send(server.request("wrong", "/api/v1/me").header("Cookie", cookie))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void logout_session_opensNothingAfterwards() {
        Server.Answer login = login("li.na", PASSWORD);
        Server.Answer out = server.send(post(
                "/api/v1/logout",
                Map.of(),
                "Cookie",
                cookie(login),
                "X-CSRF-Token",
                login.json().path("csrfToken").asText()));
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(get("/api/v1/me", cookie(login)).status()).isEqualTo(401);
    }

    @Test
    void password_ownOne_isChangedWithTheCurrentOneAlone() {
        add("chang", Role.POST, SOUTH);
        Server.Answer login = login("chang", PASSWORD);
        String[] session = {
            "Cookie",
            cookie(login),
            "X-CSRF-Token",
            login.json().path("csrfToken").asText()
        };
        String path = "/api/v1/me/password";
        assertThat(server.send(post(path, Map.of("current", "wrong", "next", "another long one"), session))
                        .status())
                .isEqualTo(401);
        assertThat(server.send(post(path, Map.of("current", PASSWORD, "next", "short"), session))
                        .json()
                        .path("pointer")
                        .asText())
                .isEqualTo("/next");
        Server.Answer changed =
                server.send(post(path, Map.of("current", PASSWORD, "next", "another long one"), session));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(get("/api/v1/me", cookie(login)).status()).isEqualTo(401);
        assertThat(get("/api/v1/me", cookie(changed)).status()).isEqualTo(200);
        assertThat(server.send(server.request(Server.READER, path)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void audit_login_namesTheUserButNeverWhatWasTyped() {
        assertThat(login("li.na", PASSWORD).status()).isEqualTo(200);
        assertThat(lastEntry().action()).isEqualTo("login");
        assertThat(lastEntry().name()).isEqualTo("li.na");
        assertThat(lastEntry().status()).isEqualTo(200);
        assertThat(login("li.na", "wrong horse battery").status()).isEqualTo(401);
        assertThat(lastEntry().kind()).isEqualTo("none");
        assertThat(lastEntry().name()).isEqualTo("li.na");
        assertThat(login("my-secret-password", "li.na").status()).isEqualTo(401);
        assertThat(lastEntry().name()).startsWith("unknown ");
        assertThat(server.audit.entries.toString()).doesNotContain(PASSWORD, "wrong horse", "my-secret");
    }

    @Test
    void audit_callsThatTriedNothing_areNotOnRecord() {
        assertThat(server.send(post("/api/v1/logout", Map.of())).status()).isEqualTo(401);
        assertThat(server.send(post("/api/v1/login", List.of())).status()).isEqualTo(400);
        assertThat(server.send(post("/api/v1/login", Map.of("login", "li.na"))).status())
                .isEqualTo(400);
        assertThat(server.audit.entries).isEmpty();
    }
}
