package huisheng.alert.delivery;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SelfSignedCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardedClientTest {
    private static final String HOST = "hooks.brand.example";
    private final Vertx vertx = Vertx.vertx();

    @AfterAll
    void close() {
        await(vertx.close());
    }

    private AddressGuard guard(boolean anywhere) {
        return new AddressGuard(
                vertx, anywhere, Set.of(), host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
    }

    private static Dialect.Call call(String url) {
        return new Dialect.Call(url, Map.of(), "{}");
    }

    @Test
    void post_nameOfAPrivateAddress_connectsToNothing() throws IOException {
        try (Recorder server = new Recorder()) {
            GuardedClient client = new GuardedClient(vertx, guard(false), Duration.ofSeconds(5));
            String url = server.url("/").replace("127.0.0.1", HOST);
            assertThat(catchThrowable(() -> await(client.post(call(url))))).hasCauseInstanceOf(AddressRefused.class);
            assertThat(server.requests).isEmpty();
            await(client.close());
        }
    }

    @Test
    void post_anyName_connectsToTheJudgedAddressAndSpeaksToTheName() throws IOException {
        try (Recorder server = new Recorder()) {
            GuardedClient client = new GuardedClient(vertx, guard(true), Duration.ofSeconds(5));
            String url = server.url("/a%20b?x=%2F").replace("127.0.0.1", HOST);
            assertThat(await(client.post(call(url))).status()).isEqualTo(200);
            assertThat(server.last().header("Host")).startsWith(HOST + ":");
            assertThat(server.last().path()).isEqualTo("/a b");
            assertThat(server.last().query()).isEqualTo("x=%2F");
            await(client.close());
        }
    }

    @Test
    void post_overTls_namesTheHostAndChecksItsCertificate() throws Exception {
        SelfSignedCertificate certificate = SelfSignedCertificate.create(HOST);
        List<String> names = new CopyOnWriteArrayList<>();
        HttpServer server = vertx.createHttpServer(
                new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificate.keyCertOptions()));
        int port = await(server.requestHandler(request -> {
                            names.add(String.valueOf(request.connection().indicatedServerName()));
                            request.response().end("ok");
                        })
                        .listen(0, "127.0.0.1"))
                .actualPort();
        HttpClientOptions trusting = new HttpClientOptions().setTrustOptions(certificate.trustOptions());
        GuardedClient client = new GuardedClient(vertx, guard(true), Duration.ofSeconds(10), trusting);
        assertThat(await(client.post(call("https://" + HOST + ":" + port + "/")))
                        .body())
                .isEqualTo("ok");
        assertThat(names).containsExactly(HOST);
        assertThat(catchThrowable(() -> await(client.post(call("https://other.example:" + port + "/")))))
                .hasCauseInstanceOf(javax.net.ssl.SSLException.class);
        assertThat(names).hasSize(1);
        await(client.close());
        await(server.close());
    }

    @Test
    void post_answerThatTrickles_isGivenUpInTime() {
        HttpServer server = vertx.createHttpServer();
        int port = await(server.requestHandler(request -> {
                            request.response().setChunked(true);
                            long timer = vertx.setPeriodic(
                                    50, id -> request.response().write("."));
                            request.response().closeHandler(closed -> vertx.cancelTimer(timer));
                        })
                        .listen(0, "127.0.0.1"))
                .actualPort();
        GuardedClient client = new GuardedClient(vertx, guard(true), Duration.ofSeconds(1));
        long start = System.nanoTime();
        assertThat(catchThrowable(() -> await(client.post(call("http://" + HOST + ":" + port + "/")))))
                .isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        await(client.close());
        await(server.close());
    }
}
