package huisheng.alert.delivery;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Posts to addresses that people have set, and trusts none of them: only where the {@link AddressGuard} lets it, no
 * redirect followed, a bounded answer, a bounded time. Safe from any thread.
 */
public final class GuardedClient {
    private static final int MOST_ANSWER_BYTES = 64 << 10;
    private static final int CALLS_PER_HOST = 10;

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

    /** Fails with {@link AddressRefused}, or as the network does. */
    Future<Reply> post(Dialect.Call call) {
        return guard.check(call.url())
                .compose(place -> client.request(options(place)))
                .compose(request -> send(request, call))
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
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
                .setFollowRedirects(false)
                .setConnectTimeout(timeout.toMillis())
                .setIdleTimeout(timeout.toMillis());
    }

    private Future<Reply> send(HttpClientRequest request, Dialect.Call call) {
        request.putHeader("Content-Type", "application/json; charset=utf-8").putHeader("User-Agent", "Huisheng");
        call.headers().forEach(request::putHeader);
        // whoever trickles an answer byte by byte is cut off too
        long timer = vertx.setTimer(timeout.toMillis(), late -> request.reset());
        return request.send(Buffer.buffer(call.body(), "UTF-8"))
                .compose(GuardedClient::reply)
                .onComplete(done -> vertx.cancelTimer(timer));
    }

    private static Future<Reply> reply(HttpClientResponse response) {
        Promise<Reply> read = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(part -> {
            int room = MOST_ANSWER_BYTES - body.length();
            body.appendBuffer(part, 0, Math.min(room, part.length()));
            if (part.length() <= room) return;
            read.tryComplete(reply(response, body));
            response.request().reset();
        });
        response.endHandler(end -> read.tryComplete(reply(response, body)));
        response.exceptionHandler(read::tryFail);
        return read.future();
    }

    private static Reply reply(HttpClientResponse response, Buffer body) {
        return new Reply(
                response.statusCode(), response.getHeader("Retry-After"), body.toString(StandardCharsets.UTF_8));
    }

    /** Ends the calls under way. */
    public Future<Void> close() {
        return client.close();
    }
}
