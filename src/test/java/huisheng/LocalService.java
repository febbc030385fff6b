package huisheng;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The whole program in this JVM, and a client for it. */
final class LocalService implements AutoCloseable {
    static final String PUBLIC_URL = "https://huisheng.example";
    private static final long COUNT_AGE_NANOS = 700_000_000L;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Server server;
    private final String key;

    private LocalService(Server server, String key) {
        this.server = server;
        this.key = key;
    }

    /** @param url of the database; null for an embedded one below {@code data} */
    static LocalService start(Path data, @Nullable String url) throws IOException {
        return start(data, url, 200_000);
    }

    static LocalService start(Path data, @Nullable String url, int maxBacklog) throws IOException {
        Settings settings = new Settings(
                Path.of(""),
                data,
                new Settings.Http("127.0.0.1", 0),
                new Settings.Access(false, 1_000, 10_000, 1_000, 60, 12, new Settings.Oidc("", "", "", "", "")),
                new Settings.Store(url, 0, 8),
                new Settings.Index(16, 1),
                new Settings.Reporting("never"),
                new Settings.Analysis("baijiu", 1, 50, maxBacklog),
                new Settings.Delivery(true, "", PUBLIC_URL, 2),
                new Settings.Mail("", 25, "none", "", "", "huisheng@localhost"));
        Server server = Server.start(settings, "");
        String first = server.firstKey();
        return new LocalService(server, first == null ? server.newKey("test") : first);
    }

    static Path folder(String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target")), name)
                .toAbsolutePath();
    }

    String key() {
        return key;
    }

    URI uri(String path) {
        return server.url().resolve(path);
    }

    HttpRequest.Builder request(String withKey, String path) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + withKey);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        return client.send(request.build(), body);
    }

    JsonNode get(String withKey, String path) throws IOException, InterruptedException {
        return json(send(request(withKey, path)));
    }

    HttpResponse<String> post(String withKey, String path, Object body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(withKey, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body instanceof String text ? text : Json.write(body)));
        if (headers.length > 0) request.headers(headers);
        return send(request);
    }

    @CanIgnoreReturnValue
    JsonNode put(String path, String body) throws IOException, InterruptedException {
        return json(send(request(key, path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))));
    }

    /** A push of one review written in October 2026. */
    static Map<String, Object> review(String externalId, String text, int day) {
        String writtenAt = "2026-10-%02dT08:00:00+08:00".formatted(day);
        return Map.of("channel", "jd", "externalId", externalId, "text", text, "writtenAt", writtenAt);
    }

    interface State {
        boolean holds() throws Exception;
    }

    static void waitFor(State state) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!state.holds()) {
            if (System.nanoTime() > deadline) throw new AssertionError("waited 90 seconds");
            LockSupport.parkNanos(50_000_000);
        }
    }

    JsonNode push(List<? extends Map<String, ?>> reviews) throws IOException, InterruptedException {
        return json(post(key, "/api/v1/reviews", reviews));
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        if (response.statusCode() / 100 != 2) {
            throw new IOException(response.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return Json.read(response.body(), JsonNode.class);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Waits until everything pushed can be searched: the count may be half a second old, so it has to stay 0. */
    void settle() throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        long none = 0;
        while (none < COUNT_AGE_NANOS) {
            long start = System.nanoTime();
            if (start > deadline) throw new AssertionError(server.waiting() + " reviews still wait");
            boolean waits = server.waiting() > 0;
            Thread.sleep(20);
            none = waits ? 0 : none + System.nanoTime() - start;
        }
    }

    /** Pages through the index; every hit is read from the store, so both are seen, and each review once. */
    Set<String> everySearchable() throws IOException, InterruptedException {
        Set<String> found = new HashSet<>();
        String cursor = "";
        while (true) {
            JsonNode page = get(key, "/api/v1/reviews?noise=include&limit=100" + cursor);
            for (JsonNode hit : page.path("hits")) {
                String id = hit.at("/review/externalId").asText();
                if (!found.add(id)) throw new AssertionError(id + " is there twice");
            }
            if (!page.path("cursor").isTextual()) return found;
            cursor = "&cursor=" + page.path("cursor").asText();
        }
    }

    @Override
    public void close() {
        server.close();
        client.shutdownNow();
    }
}
