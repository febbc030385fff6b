package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallsTest {
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeAll
    void start() {
        Router router = Router.router(vertx);
        router.route().failureHandler(new ErrorMapper(vertx)::handle);
        router.get("/slow").handler(Calls.patient(vertx, 20, ctx -> later().map(Map.of("n", 1))));
        router.get("/quick").handler(Calls.patient(vertx, 20, ctx -> Future.succeededFuture(Map.of("n", 2))));
        router.get("/broken").handler(Calls.patient(vertx, 60_000, ctx -> Future.failedFuture("broken")));
        router.get("/throwing").handler(Calls.patient(vertx, 60_000, CallsTest::refuse));
        server = Server.await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    private static Future<?> refuse(RoutingContext ctx) {
        throw ProblemException.of(ProblemType.NOT_FOUND);
    }

    private Future<Long> later() {
        return vertx.timer(300, TimeUnit.MILLISECONDS).map(1L);
    }

    @AfterAll
    void stop() {
        Server.finish(vertx.close());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void patient_longWait_sendsBlanksBeforeTheAnswer() throws Exception {
        HttpResponse<String> answer = get("/slow");
        assertThat(answer.body())
                .startsWith("  ")
                .endsWith("{\"n\":1}")
                .isNotEqualTo(answer.body().strip());
        assertThat(answer.body().strip()).isEqualTo("{\"n\":1}");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
    }

    @Test
    void patient_answerOrFailureAtOnce_isLikeAnyOther() throws Exception {
        assertThat(get("/quick").body()).isEqualTo("{\"n\":2}");
        assertThat(get("/broken").statusCode()).isEqualTo(500);
    }

    /** Timers are numbered in turn: whichever is still there can be cancelled. */
    @Test
    void patient_questionThatThrows_leavesNoTimer() throws Exception {
        assertThat(get("/throwing").statusCode()).isEqualTo(404);
        long next = vertx.setTimer(60_000, id -> {});
        assertThat(LongStream.range(0, next).filter(vertx::cancelTimer)).isEmpty();
        assertThat(vertx.cancelTimer(next)).isTrue();
    }
}
