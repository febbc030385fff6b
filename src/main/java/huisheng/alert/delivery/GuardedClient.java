package huisheng.alert.delivery;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Posts to addresses that people have set, and trusts none of them: only where the {@link AddressGuard} lets it, no
 * redirect followed, a bounded answer, a bounded time. Safe from any thread.
 */
public final class GuardedClient {
    /** As many as are ever called at once, and some for people who try a target: none waits for a connection. */
    static final int CALLS_PER_HOST = Courier.MOST_CALLS + 16;

    private final Vertx vertx;
    private final AddressGuard guard;
    private final HttpClient client;
    private final Duration timeout;

    /** @param timeout of a call from the look-up of its name to the end of its answer */
    public GuardedClient(Vertx vertx, AddressGuard guard, Duration timeout) {
        this(vertx, guard, timeout, new HttpClientOptions());
    }

    GuardedClient(Vertx vertx, AddressGuard guard, Duration timeout, HttpClientOptions options) {
        this.vertx = vertx;
        this.guard = guard;
        this.timeout = timeout;
        // not unpacked: a small answer could become a huge one
        options.setDecompressionSupported(false).setVerifyHost(true).setKeepAliveTimeout(20);
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CALLS_PER_HOST));
    }

    /** Fails with {@link AddressRefused}, or as the network does; after a failure nothing is sent any more. */
    Future<Reply> post(Dialect.Call call) {
        Attempt attempt = new Attempt(call, timeout);
        long timer = vertx.setTimer(timeout.toMillis(), late -> attempt.abandon());
        guard.check(call.url())
                .compose(place -> connect(place, attempt))
                .compose(attempt::send)
                .onComplete(attempt::end);
        return attempt.reply().onComplete(done -> vertx.cancelTimer(timer));
    }

    /** The time to connect is that to get a connection from the pool as well. */
    private Future<HttpClientRequest> connect(AddressGuard.Place place, Attempt attempt) {
        try {
            return client.request(options(place).setConnectTimeout(attempt.left()));
        } catch (TimeoutException e) {
            return Future.failedFuture(e);
        }
    }

    private RequestOptions options(AddressGuard.Place place) {
        String query = place.uri().getRawQuery();
        String path = place.uri().getRawPath().isEmpty() ? "/" : place.uri().getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        place.port(), place.address().getHostAddress()))
                .setHost(place.host())
                .setPort(place.port())
                .setSsl(place.secure())
                .setURI(query == null ? path : path + "?" + query)
                .setFollowRedirects(false);
    }

    /** Ends the calls under way. */
    public Future<Void> close() {
        return client.close();
    }
}
