package huisheng.http;

import huisheng.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The results of one push until they can be told. They are kept compressed, because a large body has a million of them
 * and most clients read only after they have sent everything. One thread at a time.
 */
final class ResultLog {
    private static final int CHUNK = 32 << 10;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final DeflaterOutputStream out = new DeflaterOutputStream(kept, deflater, 8 << 10);
    private final Map<ItemResult.Status, Long> counts = new EnumMap<>(ItemResult.Status.class);
    private final int limit;
    private long size;

    ResultLog(int limit) {
        this.limit = limit;
    }

    void add(ItemResult result) {
        try {
            if (size++ > 0) out.write(',');
            out.write(Json.write(result).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        counts.merge(result.status(), 1L, Long::sum);
    }

    boolean isFull() {
        return kept.size() > limit;
    }

    long size() {
        return size;
    }

    /** {@code "accepted":1,"duplicate":0,…,"results":}. */
    private String counted() {
        StringBuilder json = new StringBuilder();
        for (ItemResult.Status status : ItemResult.Status.values()) {
            json.append('"')
                    .append(status.label())
                    .append("\":")
                    .append(counts.getOrDefault(status, 0L))
                    .append(',');
        }
        return json.append("\"results\":[").toString();
    }

    /** Ends the log. */
    Told told() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return new Told(counted(), Buffer.buffer(kept.toByteArray()));
    }

    /**
     * What is told of a push.
     *
     * @param counts the members of a JSON object up to the open array of the results
     * @param results the elements of that array, deflated
     */
    record Told(String counts, Buffer results) {
        /** Sends {@code head}, an unfinished JSON object, completed by the counts and the results; ends the response. */
        Future<Void> send(HttpServerResponse response, String head) {
            InputStream inflated = new InflaterInputStream(new ByteArrayInputStream(results.getBytes()));
            response.setChunked(true);
            return response.write(head + counts)
                    .compose(sent -> sendOn(response, inflated))
                    .compose(sent -> response.end("]}"));
        }
    }

    private static Future<Void> sendOn(HttpServerResponse response, InputStream results) {
        Promise<Void> done = Promise.promise();
        response.exceptionHandler(done::tryFail);
        sendWhileRoom(response, results, done);
        return done.future();
    }

    private static void sendWhileRoom(HttpServerResponse response, InputStream results, Promise<Void> done) {
        try {
            while (!response.writeQueueFull()) {
                byte[] chunk = results.readNBytes(CHUNK);
                if (chunk.length == 0) {
                    results.close();
                    boolean unused = done.tryComplete();
                    return;
                }
                response.write(Buffer.buffer(chunk)).onFailure(done::tryFail);
            }
            response.drainHandler(drained -> sendWhileRoom(response, results, done));
        } catch (IOException e) {
            boolean unused = done.tryFail(e);
        }
    }
}
