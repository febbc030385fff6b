package huisheng.alert.delivery;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.alert.delivery.Recorder.Answer;
import huisheng.alert.delivery.Recorder.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every notifier does that speaks HTTP. */
abstract class HttpNotifierContract extends NotifierContract {
    Recorder server;
    private GuardedClient client;
    private Notifier notifier;

    abstract Dialect dialect();

    /** What the real service would answer. */
    abstract Answer real(Request request);

    /** The text within a request that was taken. */
    abstract String read(Request request);

    @BeforeAll
    void startServer() throws IOException {
        server = new Recorder();
        client = new GuardedClient(vertx, new AddressGuard(vertx, true, Set.of()), TIMEOUT);
        notifier = new HttpNotifier(client, dialect());
    }

    @AfterAll
    void stopServer() {
        await(client.close());
        server.close();
    }

    @BeforeEach
    void answerAsInEarnest() {
        server.answer(this::real);
        server.requests.clear();
    }

    @Override
    Notifier notifier() {
        return notifier;
    }

    @Override
    Address nowhere() {
        return new Address("http://127.0.0.1:1/x?key=" + FakeBots.TOKEN, FakeBots.SECRET);
    }

    @Override
    List<String> received() {
        List<String> texts = new ArrayList<>();
        server.requests.forEach(request -> texts.add(read(request)));
        server.requests.clear();
        return texts;
    }

    @CanIgnoreReturnValue
    Outcome send() {
        return send(address(), notice("标题", "内容"));
    }

    Outcome answered(int status, String body, Map<String, String> headers) {
        server.answer(request -> new Answer(status, body, headers));
        return send();
    }

    @Test
    void send_tooManyRequests_waitsAsLongAsAsked() {
        assertThat(answered(429, "", Map.of("Retry-After", "120")))
                .isEqualTo(new Outcome.Throttled("HTTP 429", Duration.ofMinutes(2)));
        assertThat(answered(503, "", Map.of("Retry-After", "Sun, 01 Nov 2026 02:13:04 GMT")))
                .isEqualTo(new Outcome.Throttled("HTTP 503", Duration.ofMinutes(10)));
        assertThat(answered(429, "", Map.of("Retry-After", "soon"))).isInstanceOf(Outcome.Throttled.class);
    }

    @Test
    void send_gatewayWithoutService_isUnreachable() {
        for (int status : new int[] {502, 503, 504}) {
            assertThat(answered(status, "<html>Bad Gateway</html>", Map.of())).isInstanceOf(Outcome.Unreachable.class);
        }
    }

    @Test
    void send_serverError_isTriedAgain() {
        assertThat(answered(500, "", Map.of())).isEqualTo(new Outcome.Failed("HTTP 500"));
    }

    @Test
    void send_unknownAddress_isRefusedForGood() {
        assertThat(answered(404, "", Map.of())).isEqualTo(new Outcome.Refused("HTTP 404"));
        assertThat(answered(401, "{\"secret\":\"" + FakeBots.SECRET + "\"}", Map.of()))
                .isEqualTo(new Outcome.Refused("HTTP 401"));
    }

    @Test
    void send_redirect_isNotFollowed() {
        assertThat(answered(302, "", Map.of("Location", server.url("/elsewhere"))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void send_serverThatKeepsSilent_isGivenUpInTime() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        server.answer(request -> {
            try {
                assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new Answer(200, "");
        });
        long start = System.nanoTime();
        assertThat(send()).isInstanceOf(Outcome.Unreachable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.multipliedBy(3));
        done.countDown();
    }

    @Test
    void send_answerWithoutEnd_isReadOnlyAsFarAsItMatters() {
        assertThat(answered(200, "x".repeat(5_000_000), Map.of())).isNotInstanceOf(Outcome.Unreachable.class);
    }
}
