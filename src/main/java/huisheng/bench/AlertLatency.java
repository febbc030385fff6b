package huisheng.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import huisheng.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * How soon a target hears of a danger while reviews come in: the shipped rules, one webhook, and every half second a review
 * of the first severity about a product of its own in the middle of the others. The clock starts when its push is due, not
 * when a connection is free for it, and stops when the call has arrived.
 */
final class AlertLatency {
    private static final int BATCH = 50;
    private static final long PACE_NANOS = 100_000_000;
    private static final int TICKS_A_DANGER = 5;
    private static final int CONNECTIONS = 4;
    private static final int WARM_UP_TICKS = 150;
    /** The rule tells of no more than 200 a day. */
    private static final int MOST_SECONDS = 80;

    private static final long LONGEST_NANOS = 120_000_000_000L;

    private final Corpus corpus;
    private final int ticks;

    AlertLatency(Corpus corpus, int seconds) {
        this.corpus = corpus;
        this.ticks = Math.toIntExact(Math.min(MOST_SECONDS, seconds) * 1_000_000_000L / PACE_NANOS);
    }

    Figure run(Path home, Path data) throws IOException {
        try (ServiceProcess service = ServiceProcess.start(home, data);
                TellingBot bot = new TellingBot()) {
            service.put("/api/v1/targets/bench", Json.write(bot.target()));
            // each round has reviews and products of its own
            bot.await(push(service, 0, WARM_UP_TICKS).size(), LONGEST_NANOS);
            Meter meter = Meter.start(service.processes());
            Map<String, Long> due = push(service, WARM_UP_TICKS, WARM_UP_TICKS + ticks);
            bot.await(dangers(WARM_UP_TICKS + ticks), LONGEST_NANOS);
            return figure(bot.nanosSince(due), meter.read());
        }
    }

    private static int dangers(int ticks) {
        return (ticks + TICKS_A_DANGER - 1) / TICKS_A_DANGER;
    }

    private Figure figure(long[] nanos, Meter.Reading reading) {
        Samples samples = Samples.ofNanos(nanos);
        String shape = "500 reviews/s for %d s, batches of %d, %d dangers"
                .formatted(ticks * PACE_NANOS / 1_000_000_000L, BATCH, nanos.length);
        return Figure.of("push of a danger to the bot's call, p99", shape, samples.quantile(0.99), "ms")
                .to(Figure.Goal.atMost(3_000))
                .against("median of the same", samples.median())
                .cpu(reading.cpuSeconds() * 1e6 / ticks / BATCH);
    }

    /** When the push of each danger was due, by its product. */
    private Map<String, Long> push(ServiceProcess service, int from, int until) throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        for (int tick = from; tick < until; tick++) bodies.add(body(tick));
        Map<String, Long> dangers = new HashMap<>();
        try (ExecutorService pushers = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> pushes = new ArrayList<>();
            long start = System.nanoTime();
            for (int tick = from; tick < until; tick++) {
                long due = start + (tick - from) * PACE_NANOS;
                while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
                if (isDanger(tick)) dangers.put(product(tick), due);
                byte[] body = bodies.get(tick - from);
                pushes.add(pushers.submit(() -> {
                    service.push(body);
                    return null;
                }));
            }
            for (Future<?> push : pushes) await(push);
        }
        return dangers;
    }

    private byte[] body(int tick) {
        List<ObjectNode> more = isDanger(tick) ? List.of(danger(tick)) : List.of();
        return Bodies.one(corpus, tick * BATCH, (tick + 1) * BATCH - more.size(), more);
    }

    private static boolean isDanger(int tick) {
        return tick % TICKS_A_DANGER == 0;
    }

    private static String product(int tick) {
        return "BENCH-" + tick;
    }

    private static ObjectNode danger(int tick) {
        return Json.MAPPER
                .createObjectNode()
                .put("channel", "jd")
                .put("externalId", "danger-" + tick)
                .put("product", product(tick))
                .put("rating", 1)
                .put("text", DangerTexts.of(tick / TICKS_A_DANGER))
                .put("writtenAt", Instant.now().toString());
    }

    private static void await(Future<?> future) throws IOException {
        try {
            Object unused = future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
