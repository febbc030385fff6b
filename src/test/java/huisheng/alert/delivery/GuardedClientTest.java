package huisheng.alert.delivery;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.SelfSignedCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
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

    /** A name that is found only after the call was given up. */
    @Test
    void post_nameFoundTooLate_sendsNothing() throws IOException {
        try (Recorder server = new Recorder()) {
            CountDownLatch found = new CountDownLatch(1);
            GuardedClient client = slowly(found, Duration.ofSeconds(1));
            Future<Reply> late = client.post(call(server.url("/late")));
            assertThat(catchThrowable(() -> await(late))).hasCauseInstanceOf(TimeoutException.class);
            found.countDown();
            patiently(server.url("/next"), new HttpClientOptions());
            await(client.close());
            assertThat(server.requests).extracting(Recorder.Request::path).containsExactly("/next");
        }
    }

    /** However busy the machine is: what was given up before would have come first. */
    private void patiently(String url, HttpClientOptions options) {
        GuardedClient client = new GuardedClient(vertx, guard(true), Duration.ofSeconds(50), options);
        assertThat(await(client.post(call(url))).status()).isEqualTo(200);
        await(client.close());
    }

    /** The first look-up lasts until then. */
    private GuardedClient slowly(CountDownLatch found, Duration timeout) {
        AtomicBoolean first = new AtomicBoolean(true);
        AddressGuard slow = new AddressGuard(vertx, true, Set.of(), host -> {
            try {
                if (first.getAndSet(false))
                    assertThat(found.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        });
        return new GuardedClient(vertx, slow, timeout);
    }

    /** All connections are taken by calls that are answered late, and come free once the one that waits is given up. */
    @Test
    void post_connectionFreeTooLate_sendsNothing() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        try (Recorder server = new Recorder()) {
            server.answer(request -> {
                try {
                    assertThat(answer.await(1, TimeUnit.MINUTES)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return new Recorder.Answer(200, "");
            });
            CountDownLatch found = new CountDownLatch(1);
            GuardedClient client = slowly(found, Duration.ofSeconds(2));
            Future<Reply> late = client.post(call(server.url("/late")));
            // so that these are given up later
            LockSupport.parkNanos(Duration.ofMillis(700).toNanos());
            List<Future<Reply>> held = new ArrayList<>();
            for (int i = 0; i < GuardedClient.CALLS_PER_HOST; i++) {
                held.add(client.post(call(server.url("/held"))));
            }
            while (server.requests.size() < held.size() && !late.isComplete()) LockSupport.parkNanos(1_000_000);
            found.countDown();
            assertThat(catchThrowable(() -> await(late))).hasCauseInstanceOf(TimeoutException.class);
            answer.countDown();
            for (Future<Reply> one : held) await(one.otherwiseEmpty());
            patiently(server.url("/next"), new HttpClientOptions());
            await(client.close());
            assertThat(server.requests).extracting(Recorder.Request::path).doesNotContain("/late");
        }
    }

    /** The handshake of TLS ends only after the call was given up. */
    @Test
    void post_connectionMadeTooLate_sendsNothing() throws Exception {
        SelfSignedCertificate certificate = SelfSignedCertificate.create(HOST);
        List<String> arrived = new CopyOnWriteArrayList<>();
        HttpServer server = vertx.createHttpServer(
                new HttpServerOptions().setSsl(true).setKeyCertOptions(certificate.keyCertOptions()));
        int port = await(server.requestHandler(request -> {
                            arrived.add(request.path());
                            request.response().end();
                        })
                        .listen(0, "127.0.0.1"))
                .actualPort();
        Promise<Void> open = Promise.promise();
        NetServer door = vertx.createNetServer().connectHandler(caller -> {
            caller.pause();
            open.future()
                    .compose(v -> vertx.createNetClient().connect(port, "127.0.0.1"))
                    .onSuccess(inner -> {
                        inner.pipeTo(caller);
                        caller.pipeTo(inner);
                    });
        });
        int doorPort = await(door.listen(0, "127.0.0.1")).actualPort();
        HttpClientOptions trusting = new HttpClientOptions().setTrustOptions(certificate.trustOptions());
        GuardedClient client = new GuardedClient(vertx, guard(true), Duration.ofSeconds(3), trusting);
        String url = "https://" + HOST + ":" + doorPort;
        Future<Reply> late = client.post(call(url + "/late"));
        assertThat(catchThrowable(() -> await(late))).hasCauseInstanceOf(TimeoutException.class);
        open.complete();
        patiently(url + "/next", trusting);
        await(client.close());
        assertThat(arrived).containsExactly("/next");
        await(Future.join(door.close(), server.close()));
    }

    /** What is claimed at once is called at once. */
    @Test
    void post_asManyAsACourierCalls_waitsForNoConnection() throws IOException {
        CountDownLatch all = new CountDownLatch(Courier.MOST_CALLS);
        try (Recorder server = new Recorder()) {
            server.answer(request -> {
                all.countDown();
                try {
                    return new Recorder.Answer(all.await(20, TimeUnit.SECONDS) ? 200 : 500, "");
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            GuardedClient client = new GuardedClient(vertx, guard(true), Duration.ofSeconds(10));
            List<Future<Reply>> calls = new ArrayList<>();
            for (int i = 0; i < Courier.MOST_CALLS; i++) calls.add(client.post(call(server.url("/" + i))));
            for (Future<Reply> one : calls) assertThat(await(one).status()).isEqualTo(200);
            await(client.close());
        }
    }
}
