package huisheng;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Somebody else's HTTP server: keeps what it has taken, and answers what it is told to. */
final class Inbox implements AutoCloseable {
    private final HttpServer server;
    final List<Post> taken = new CopyOnWriteArrayList<>();
    private volatile Function<Post, Reply> replies;

    /** What came. */
    record Post(String name, String signature, String text) {
        byte[] body() {
            return text.getBytes(UTF_8);
        }
    }

    /** @param takes whether it counts as taken */
    record Reply(int status, String body, boolean takes) {}

    Inbox(Function<Post, Reply> replies) throws IOException {
        this.replies = replies;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "inbox");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    void reply(Function<Post, Reply> with) {
        replies = with;
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            Post post = new Post(
                    String.valueOf(headers.getFirst("X-Huisheng-Delivery")),
                    String.valueOf(headers.getFirst("X-Huisheng-Signature")),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            Reply reply = replies.apply(post);
            // before the answer: a caller that dies now has told it all the same
            if (reply.takes) taken.add(post);
            byte[] body = reply.body.getBytes(UTF_8);
            exchange.sendResponseHeaders(reply.status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
