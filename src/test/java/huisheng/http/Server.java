package huisheng.http;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.access.ApiKeys;
import huisheng.access.Principal;
import huisheng.access.Right;
import huisheng.access.token.TokenLookup;
import huisheng.json.Json;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The API on a free port of the loopback, on fakes, and a client for it. */
final class Server implements AutoCloseable {
    static final String ADMIN = ApiKeys.generate();
    static final String PUSHER = ApiKeys.generate();
    static final String READER = ApiKeys.generate();
    static final Scope SOUTH = new Scope(Map.of(Dimension.REGION, Set.of("广东")));

    final Vertx vertx = Vertx.vertx();
    final FakeReads reads = new FakeReads();
    final FakeCorrections corrections = new FakeCorrections();
    final FakeSandbox sandbox = new FakeSandbox();
    final FakeTargets targets = new FakeTargets();
    final FakeTickets tickets = new FakeTickets();
    final FakeCases cases = new FakeCases();
    final FakePlaybooks playbooks = new FakePlaybooks();
    final FakeAlertDesk alerts = new FakeAlertDesk();
    final FakeRuleBook rules = new FakeRuleBook();
    final Live live = new Live();
    final FakeKeptAnswers kept = new FakeKeptAnswers();
    final FakeKeyring keyring = new FakeKeyring();
    final FakePeople people = new FakePeople();
    final FakeAudit audit = new FakeAudit();
    final AtomicInteger lookups = new AtomicInteger();
    final FakeIntake intake;
    final Api api;
    final int port;
    final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Server() {
        this(IntakeLimits.DEFAULT, 1, true);
    }

    Server(IntakeLimits limits, long commitMs, boolean keeps) {
        this(limits, commitMs, keeps, new Access.Limits(5_000, 5_000, 5_000));
    }

    Server(Access.Limits calls) {
        this(IntakeLimits.DEFAULT, 1, true, calls);
    }

    private Server(IntakeLimits limits, long commitMs, boolean keeps, Access.Limits calls) {
        intake = new FakeIntake(vertx, commitMs, keeps);
        Map<String, Principal> known = Map.of(
                ApiKeys.hash(ADMIN), new Principal(1, "admin", Scope.ALL, Set.of(Right.ADMIN)),
                ApiKeys.hash(PUSHER), new Principal(2, "pusher", Scope.ALL, Set.of(Right.PUSH)),
                ApiKeys.hash(READER), new Principal(3, "reader", SOUTH, Set.of(Right.READ)));
        ApiKeys keys = new ApiKeys(hash -> {
            lookups.incrementAndGet();
            Principal fixed = known.get(hash);
            return fixed == null ? keyring.find(hash) : Future.succeededFuture(Optional.of(fixed));
        });
        api = new Api(
                vertx,
                new HttpSettings("127.0.0.1", 0, 1, Duration.ofSeconds(60), 3, limits),
                new Ports(
                        intake,
                        kept,
                        reads,
                        corrections,
                        sandbox,
                        targets,
                        new ClosedLoop(tickets, cases, playbooks, requests -> Future.succeededFuture(Optional.empty())),
                        alerts,
                        rules,
                        keys,
                        keyring,
                        new Access(people, people, TokenLookup.NONE, audit, calls, true),
                        live,
                        () -> Future.succeededFuture(Map.of("database", !intake.broken.get())),
                        () -> "huisheng_up 1\n"));
        port = await(api.listen());
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static void finish(Future<Void> future) {
        boolean finished = await(future.map(true));
        if (!finished) throw new AssertionError();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpRequest.Builder request(String key, String path) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key);
    }

    Answer get(String key, String path) {
        return send(request(key, path).GET());
    }

    Answer push(String type, byte[] body, String... headers) {
        HttpRequest.Builder request = request(PUSHER, "/api/v1/reviews")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) request.headers(headers);
        return send(request);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Socket socket() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public void close() {
        client.shutdownNow();
        finish(vertx.close());
    }

    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            return Json.read(response.body(), JsonNode.class);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
