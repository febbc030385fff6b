package huisheng.cli;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The running service as a command calls it: with a key, over HTTP. Every method blocks. */
final class ApiClient {
    private static final long LONGEST_WAIT_SECONDS = 60;

    @Option(
            names = "--url",
            defaultValue = "${env:HUISHENG_URL:-http://localhost:8080}",
            description = "default: the environment's HUISHENG_URL, or http://localhost:8080")
    private String url = "http://localhost:8080";

    @Option(
            names = "--key",
            defaultValue = "${env:HUISHENG_KEY}",
            description = "API key; default: the environment's HUISHENG_KEY")
    private @Nullable String key;

    /** Made with the first call: it reads the trusted certificates, and every command has one of this. */
    private @Nullable HttpClient client;

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    JsonNode delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE().build());
    }

    /** Deletes what answers with nothing. */
    void remove(String path) throws IOException, InterruptedException {
        byte[] nothing = bytes(request(path).DELETE().build());
        if (nothing.length > 0) throw new IOException("the service answered more than was expected");
    }

    /** Posts JSON, again and again while the service asks for patience. */
    JsonNode post(String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
            client = made;
        }
        return made;
    }

    private HttpRequest.Builder request(String path) throws IOException {
        String shown = key;
        if (shown == null || shown.isBlank()) {
            throw new IOException("缺少密钥：请给出 --key 或设置 HUISHENG_KEY / a key is needed: --key or HUISHENG_KEY");
        }
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofMinutes(2))
                .header("Accept-Language", Locale.getDefault().toLanguageTag())
                .header("Authorization", "Bearer " + shown);
    }

    /** What stands there, byte by byte. */
    byte[] download(String path) throws IOException, InterruptedException {
        return bytes(request(path).GET().build());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        return Json.read(new String(bytes(request), StandardCharsets.UTF_8), JsonNode.class);
    }

    private byte[] bytes(HttpRequest request) throws IOException, InterruptedException {
        while (true) {
            HttpResponse<byte[]> response = client().send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() == 429) {
                long seconds =
                        response.headers().firstValueAsLong("Retry-After").orElse(2);
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(Math.clamp(seconds, 1, LONGEST_WAIT_SECONDS)));
            } else if (response.statusCode() / 100 == 2) {
                return response.body();
            } else {
                String body = new String(response.body(), StandardCharsets.UTF_8);
                throw new IOException("the service answered " + response.statusCode() + ": " + body);
            }
        }
    }
}
