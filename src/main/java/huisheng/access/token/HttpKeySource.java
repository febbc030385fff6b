package huisheng.access.token;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;

/** Asks the address that an administrator set, and follows no redirect from it. */
final class HttpKeySource implements KeySource {
    private static final int CONNECT_MS = 3_000;
    private static final long ANSWER_MS = 5_000;
    private static final int MAX_BYTES = 1 << 20;

    private final Vertx vertx;
    private final HttpClient client;
    private final URI address;

    HttpKeySource(Vertx vertx, URI address) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(CONNECT_MS));
        this.address = address;
    }

    /** On one event loop from the start, so that no part of the answer comes before its handler. */
    @Override
    public Future<String> fetch() {
        Promise<String> fetched = Promise.promise();
        vertx.runOnContext(go -> ask().onComplete(fetched));
        return fetched.future();
    }

    private Future<String> ask() {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(address.toString())
                .setTimeout(ANSWER_MS)
                .setFollowRedirects(false);
        return client.request(request).compose(sent -> sent.send()).compose(HttpKeySource::body);
    }

    private static Future<String> body(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Future.failedFuture(new IOException("the provider answered " + response.statusCode()));
        }
        Promise<String> body = Promise.promise();
        Buffer read = Buffer.buffer();
        response.exceptionHandler(body::tryFail);
        response.endHandler(end -> body.tryComplete(read.toString()));
        response.handler(part -> {
            if (read.length() + part.length() <= MAX_BYTES) read.appendBuffer(part);
            else body.tryFail(new IOException("the provider's keys are longer than " + MAX_BYTES + " bytes"));
        });
        return body.future();
    }
}
