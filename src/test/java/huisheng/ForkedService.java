package huisheng;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The program in a process of its own, so that a test can kill it as a power cut would. */
public final class ForkedService implements AutoCloseable {
    private static final Pattern KEY = Pattern.compile("(hs_[A-Za-z0-9_-]+)");
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path data;
    private final Map<String, String> environment;
    private final List<String> arguments;
    private final int port;
    private @Nullable Process process;
    private String key = "";

    public ForkedService(Path data, Map<String, String> environment) throws IOException {
        this(data, environment, "serve");
    }

    /** @param arguments of the program: a command that serves */
    ForkedService(Path data, Map<String, String> environment, String... arguments) throws IOException {
        this.arguments = List.of(arguments);
        this.data = data;
        this.environment = environment;
        Files.createDirectories(data);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    /** Starts the program and returns when it is ready. */
    public void start() throws IOException, InterruptedException {
        Path log = data.resolve("service.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "huisheng.Huisheng"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("HUISHENG_HOME", Path.of("").toAbsolutePath().toString());
        builder.environment().put("HUISHENG_DATA", data.toString());
        builder.environment().put("HUISHENG_PORT", Integer.toString(port));
        builder.environment().putAll(environment);
        Process started = builder.start();
        process = started;
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!ready() || !knowsKey(log)) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("the service did not start:\n" + Files.readString(log));
            }
            Thread.sleep(50);
        }
    }

    /** Every start but the first prints none. */
    private boolean knowsKey(Path log) throws IOException {
        if (!key.isEmpty()) return true;
        Matcher found = KEY.matcher(Files.readString(log));
        if (found.find()) key = found.group(1);
        return !key.isEmpty();
    }

    /** What it has printed so far. */
    String printed() throws IOException {
        return Files.readString(data.resolve("service.log"));
    }

    private boolean ready() throws InterruptedException {
        try {
            return client.send(
                                    HttpRequest.newBuilder(uri("/health/ready"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) running.destroyForcibly().waitFor();
    }

    /** Asks it to end, as a supervisor does. */
    void terminate() {
        Objects.requireNonNull(process).destroy();
    }

    /** Waits for the end. @return the exit status */
    int exit(Duration limit) throws IOException, InterruptedException {
        Process running = Objects.requireNonNull(process);
        if (!running.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) throw new IOException("it still runs");
        return running.exitValue();
    }

    int port() {
        return port;
    }

    public String key() {
        return key;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The answer to a push; fails where none came, as it does when the process dies. */
    public JsonNode push(List<? extends Map<String, ?>> reviews) throws IOException, InterruptedException {
        return post("/api/v1/reviews", reviews);
    }

    public JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build());
    }

    @CanIgnoreReturnValue
    JsonNode put(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build());
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key);
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(request.uri() + ": " + response.statusCode() + " " + response.body());
        }
        try {
            return Json.read(response.body(), JsonNode.class);
        } catch (UncheckedIOException e) {
            throw new IOException("half an answer", e);
        }
    }

    @Override
    public void close() {
        Process running = process;
        if (running == null) return;
        running.destroy();
        try {
            if (!running.waitFor(30, TimeUnit.SECONDS)) running.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
