package huisheng.http;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.ingest.Delivery;
import huisheng.store.Outage;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One body on its way in: bytes → items → batches → commits. Bytes are fetched only while no batch is being committed,
 * so a body of any length passes in the memory of one batch. Runs on the request's context alone.
 */
final class PushCall {
    /** How a body ended: with all of it read, or with what stopped it. The log holds what was committed before. */
    record Outcome(ResultLog log, @Nullable Throwable stopped) {}

    private static final Logger LOG = LoggerFactory.getLogger(PushCall.class);
    private static final long ROOM_CHECK_MS = 200;

    private final Vertx vertx;
    private final Context context;
    private final HttpServerRequest request;
    private final Delivery delivery;
    private final Intake intake;
    private final IntakeLimits limits;
    private final Messages messages;
    private final BodySource source;
    private final Frames frames;
    private final ItemReader reader;
    private final ResultLog log;
    private final Promise<Outcome> outcome = Promise.promise();

    private Batch batch = new Batch();
    private int items;
    private long bytes;
    private long receivedInWindow;
    private boolean committedInWindow;
    private boolean busy;
    private boolean ended;
    private boolean drained;
    private boolean done;
    private long slowTimer;

    PushCall(
            Vertx vertx,
            HttpServerRequest request,
            Delivery delivery,
            Intake intake,
            IntakeLimits limits,
            Messages messages,
            BodySource source,
            Frames frames) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.request = request;
        this.delivery = delivery;
        this.intake = intake;
        this.limits = limits;
        this.messages = messages;
        this.source = source;
        this.frames = frames;
        this.reader = new ItemReader(limits, messages);
        this.log = new ResultLog(limits.resultBytes());
    }

    /** Reads the paused request to its end. */
    Future<Outcome> run() {
        request.exceptionHandler(this::finish);
        request.endHandler(end -> {
            ended = true;
            advance();
        });
        request.handler(this::receive);
        slowTimer = vertx.setPeriodic(Math.max(1, limits.slowWindow().toMillis()), tick -> checkPace());
        request.fetch(1);
        return outcome.future();
    }

    private void receive(Buffer buffer) {
        if (done) return;
        receivedInWindow += buffer.length();
        source.feed(buffer.getBytes());
        advance();
    }

    private void advance() {
        if (busy || done) return;
        try {
            if (fill()) commit();
            else if (!ended) request.fetch(1);
            else if (!batch.isEmpty()) commit();
            else finish(null);
        } catch (RuntimeException e) {
            stop(e);
        }
    }

    /** Whether the batch is full; if not, everything received is in it. */
    private boolean fill() {
        while (!batch.isFull(limits)) {
            Frame frame = frames.next();
            if (frame != null) {
                byte[] read = frame.bytes();
                batch.add(reader.read(frame, items++), read == null ? 0 : read.length);
            } else if (!feed()) {
                return false;
            }
        }
        return true;
    }

    /** Whether there were bytes to cut into items. */
    private boolean feed() {
        byte[] chunk = source.next();
        if (chunk == null) {
            if (!ended || drained) return false;
            drained = true;
            source.finish();
            frames.finish();
            return true;
        }
        bytes += chunk.length;
        if (bytes > limits.bodyBytes()) throw ProblemException.of(ProblemType.TOO_LARGE, limits.bodyBytes());
        frames.feed(chunk);
        return true;
    }

    private void commit() {
        busy = true;
        commitBatch()
                .onComplete(result -> context.runOnContext(back -> {
                    busy = false;
                    committedInWindow = true;
                    if (result.failed()) finish(result.cause());
                    else if (log.isFull()) finish(ProblemException.of(ProblemType.TOO_MANY_ITEMS, log.size()));
                    else advance();
                }));
    }

    private Future<Void> commitBatch() {
        Batch full = batch;
        batch = new Batch();
        List<JsonNode> nodes = full.nodes();
        Future<List<ItemResult>> pushed = nodes.isEmpty()
                ? Future.succeededFuture(List.of())
                : room(limits.patience().toMillis())
                        .compose(room -> intake.push(delivery, nodes, full.firstIndex(), messages.locale()))
                        .recover(e -> Future.failedFuture(refused(e)));
        return onContext(pushed).map(results -> {
            full.tell(results, messages, log);
            return null;
        });
    }

    /** What was read before the break is still committed, and then the break is told. */
    private void stop(Throwable cause) {
        if (batch.isEmpty()) {
            finish(cause);
            return;
        }
        busy = true;
        commitBatch().onComplete(result -> finish(result.failed() ? result.cause() : cause));
    }

    private static Throwable refused(Throwable cause) {
        if (cause instanceof ProblemException) return cause;
        // an outage is told by many calls, and its trace says nothing
        if (Outage.is(cause)) LOG.warn("a batch could not be committed: {}", cause.toString());
        else LOG.error("a batch could not be committed", cause);
        return ProblemException.of(ProblemType.UNAVAILABLE);
    }

    /** Completes once the intake has room again, or fails after {@code patience} milliseconds. */
    private Future<Void> room(long patience) {
        if (!intake.overloaded()) return Future.succeededFuture();
        if (patience <= 0) return Future.failedFuture(PushRoutes.overloaded());
        return vertx.timer(ROOM_CHECK_MS, TimeUnit.MILLISECONDS)
                .compose(later -> done ? Future.failedFuture("gone") : room(patience - ROOM_CHECK_MS));
    }

    private <T> Future<T> onContext(Future<T> future) {
        Promise<T> promise = Promise.promise();
        future.onComplete(result -> context.runOnContext(back -> {
            if (result.succeeded()) promise.complete(result.result());
            else promise.fail(result.cause());
        }));
        return promise.future();
    }

    private void checkPace() {
        boolean slow = !busy && !committedInWindow && receivedInWindow < limits.slowBytes();
        receivedInWindow = 0;
        committedInWindow = false;
        if (slow && !ended) {
            stop(ProblemException.of(ProblemType.TOO_SLOW, limits.slowWindow().toSeconds(), limits.slowBytes()));
        }
    }

    private void finish(@Nullable Throwable stopped) {
        if (done) return;
        done = true;
        boolean unused = vertx.cancelTimer(slowTimer);
        source.close();
        outcome.complete(new Outcome(log, stopped));
    }
}
