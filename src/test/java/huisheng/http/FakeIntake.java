package huisheng.http;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.ingest.Delivery;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Keeps what is pushed in memory, by channel and external id; commits on another thread, after {@code delay} ms. */
final class FakeIntake implements Intake {
    final Map<String, String> texts = new LinkedHashMap<>();
    final List<Integer> batches = new ArrayList<>();
    final AtomicBoolean overloaded = new AtomicBoolean();
    final AtomicBoolean broken = new AtomicBoolean();
    final AtomicInteger underWay = new AtomicInteger();
    final AtomicInteger mostUnderWay = new AtomicInteger();
    final AtomicLong pushed = new AtomicLong();
    volatile @Nullable Delivery last;
    private final Vertx vertx;
    private final long delay;
    private final boolean keeps;

    FakeIntake(Vertx vertx, long delay, boolean keeps) {
        this.vertx = vertx;
        this.delay = delay;
        this.keeps = keeps;
    }

    @Override
    public Future<List<ItemResult>> push(Delivery delivery, List<JsonNode> items, int firstIndex, Locale language) {
        last = delivery;
        if (broken.get()) return Future.failedFuture(new IllegalStateException("the disk is full of secrets"));
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        Promise<List<ItemResult>> promise = Promise.promise();
        vertx.setTimer(Math.max(1, delay), late -> {
            underWay.decrementAndGet();
            promise.complete(save(items, firstIndex));
        });
        return promise.future();
    }

    private synchronized List<ItemResult> save(List<JsonNode> items, int firstIndex) {
        if (keeps) batches.add(items.size());
        pushed.addAndGet(items.size());
        List<ItemResult> results = new ArrayList<>();
        for (JsonNode item : items) results.add(save(item, firstIndex + results.size()));
        return results;
    }

    private ItemResult save(JsonNode item, int index) {
        String id = item.path("externalId").textValue();
        String text = item.path("text").textValue();
        if (id == null || text == null) {
            String pointer = id == null ? "/externalId" : "/text";
            return new ItemResult(index, id, ItemResult.Status.REJECTED, null, pointer + " is missing", pointer);
        }
        if (!keeps) return new ItemResult(index, id, ItemResult.Status.ACCEPTED, 1L, null, null);
        String before = texts.put(item.path("channel").asText() + "/" + id, text);
        ItemResult.Status status = before == null
                ? ItemResult.Status.ACCEPTED
                : before.equals(text) ? ItemResult.Status.DUPLICATE : ItemResult.Status.UPDATED;
        return new ItemResult(index, id, status, (long) texts.size(), null, null);
    }

    synchronized int kept() {
        return texts.size();
    }

    @Override
    public boolean overloaded() {
        return overloaded.get();
    }
}
