package huisheng.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import huisheng.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A webhook that notes when it heard first of which product. */
final class TellingBot implements AutoCloseable {
    private static final long POLL_NANOS = 20_000_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Long> heard = new ConcurrentHashMap<>();

    TellingBot() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::hear);
        server.setExecutor(threads);
        server.start();
    }

    /** As the service is told of it. */
    Map<String, Object> target() {
        return Map.of(
                "kind",
                "webhook",
                "address",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                "secret",
                "a-long-secret-of-the-bench",
                "events",
                List.of("alert.raised"));
    }

    private void hear(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        try (exchange) {
            JsonNode notice = Json.read(new String(exchange.getRequestBody().readAllBytes(), UTF_8), JsonNode.class);
            String product = notice.at("/facts/where/product").asText();
            if (product.startsWith("BENCH-")) heard.putIfAbsent(product, now);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    /** Returns once it has heard of so many products. */
    void await(int products, long longestNanos) throws IOException {
        long deadline = System.nanoTime() + longestNanos;
        while (heard.size() < products) {
            if (System.nanoTime() > deadline) {
                throw new IOException("told of %d of %d dangers".formatted(heard.size(), products));
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** @param starts by product, all of which it has heard of */
    long[] nanosSince(Map<String, Long> starts) {
        return starts.entrySet().stream()
                .mapToLong(start -> heard.getOrDefault(start.getKey(), Long.MAX_VALUE) - start.getValue())
                .toArray();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
