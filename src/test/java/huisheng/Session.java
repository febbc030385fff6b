package huisheng;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A person of a department who is logged in to the service of a test. */
record Session(LocalService service, String cookie, String csrfToken) {
    private static final String PASSWORD = "correct horse battery";

    /** Adds the person, and logs in. */
    static Session open(LocalService service, Map<String, List<String>> scope) throws Exception {
        String login = "u" + UUID.randomUUID().toString().substring(0, 8);
        JsonNode added = LocalService.json(service.post(
                service.key(),
                "/api/v1/users",
                Map.of("login", login, "name", "某部门", "role", "department", "scope", scope, "password", PASSWORD)));
        return login(service, added.path("login").asText(), PASSWORD);
    }

    static Session login(LocalService service, String login, String password) throws Exception {
        HttpResponse<String> answer = service.send(HttpRequest.newBuilder(service.uri("/api/v1/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(Map.of("login", login, "password", password)))));
        String token = LocalService.json(answer).path("csrfToken").asText();
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return new Session(service, cookie, token);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.uri(path))
                .timeout(Duration.ofSeconds(60))
                .header("Cookie", cookie)
                .header("X-CSRF-Token", csrfToken);
    }
}
