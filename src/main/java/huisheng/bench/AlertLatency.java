package huisheng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import huisheng.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * How soon a target hears of a danger while reviews come in: the shipped rules, one webhook, and every 150 ms a review of the
 * first severity about a product of its own in the middle of the others. The clock starts when its push is due, not when a
 * connection is free for it, and stops when the call has arrived.
 */
final class AlertLatency {
    /** Of fewer than 367 the largest may well lie below the 99th percentile, and nothing bounds it from above. */
    static final int DANGERS = 420;

    private static final int BATCH = 25;
    private static final long PACE_NANOS = 50_000_000;
    private static final int TICKS_A_DANGER = 3;
    private static final int WARM_UP_TICKS = 300;
    /** More than there are dangers: what is measured is how fast the rule tells, not how often it may. */
    private static final int MOST_A_DAY = 10_000;

    private static final long LONGEST_NANOS = 120_000_000_000L;

    private final Corpus corpus;
    private final int ticks;

    AlertLatency(Corpus corpus, int dangers) {
        this.corpus = corpus;
        this.ticks = dangers * TICKS_A_DANGER;
    }

    Figure run(Path home, Path data) throws IOException {
        try (ServiceProcess service = ServiceProcess.start(home, data);
                TellingBot bot = new TellingBot()) {
            service.put("/api/v1/targets/bench", Json.write(bot.target()));
            letTellOften(service);
            // each round has reviews and products of its own
            bot.await(push(service, 0, WARM_UP_TICKS).size(), LONGEST_NANOS);
            Meter meter = Meter.start(service.processes());
            Map<String, Long> due = push(service, WARM_UP_TICKS, WARM_UP_TICKS + ticks);
            bot.await((WARM_UP_TICKS + ticks) / TICKS_A_DANGER, LONGEST_NANOS);
            return figure(bot.nanosSince(due), meter.read());
        }
    }

    private static void letTellOften(ServiceProcess service) throws IOException {
        JsonNode rules = Json.read(service.get("/api/v1/alert-rules"), JsonNode.class);
        JsonNode danger = StreamSupport.stream(rules.path("rules").spliterator(), false)
                .filter(rule -> rule.path("code").asText().equals("danger"))
                .findFirst()
                .orElseThrow(() -> new IOException("the rule about dangers is not there"));
        ObjectNode rule = danger.path("rule").deepCopy();
        rule.put("maxPerDay", MOST_A_DAY);
        service.put("/api/v1/alert-rules/" + danger.path("id").asLong(), Json.write(rule));
    }

    private Figure figure(long[] nanos, Meter.Reading reading) {
        Samples samples = Samples.ofNanos(nanos);
        String shape = "500 reviews/s for %d s, batches of %d, the danger rule's daily bound lifted"
                .formatted(ticks * PACE_NANOS / 1_000_000_000L, BATCH);
        return Figure.of("push of a danger to the bot's call, p99", shape, samples.quantile(0.99), "ms")
                .to(Figure.Goal.atMost(3_000))
                .within(samples.interval(0.99))
                .against("median of the same", samples.median())
                .cpu(reading.cpuSeconds() * 1e6 / ticks / BATCH);
    }

    /** When the push of each danger was due, by its product. */
    private Map<String, Long> push(ServiceProcess service, int from, int until) throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        for (int tick = from; tick < until; tick++) bodies.add(body(tick));
        long[] due;
        try (Pushers pushers = new Pushers(service)) {
            due = pushers.pace(bodies, PACE_NANOS);
        }
        Map<String, Long> dangers = new HashMap<>();
        for (int tick = from; tick < until; tick++) {
            if (isDanger(tick)) dangers.put(product(tick), due[tick - from]);
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
}
