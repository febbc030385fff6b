package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A connector that pushes batch after batch, sends again what was not acknowledged, and remembers what was. */
final class Pushing implements Runnable {
    private static final int BATCH = 20;

    final AtomicInteger batches = new AtomicInteger();
    final AtomicInteger refusals = new AtomicInteger();
    private final LocalService service;
    private final String name;
    private final Set<String> acknowledged = new HashSet<>();
    private List<Map<String, Object>> unanswered = List.of();
    private volatile boolean stopped;
    private int next;

    Pushing(LocalService service, String name) {
        this.service = service;
        this.name = name;
    }

    @Override
    public void run() {
        try {
            while (!stopped || !unanswered.isEmpty()) push();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void push() throws IOException, InterruptedException {
        if (unanswered.isEmpty()) unanswered = batch();
        HttpResponse<String> response = service.post(service.key(), "/api/v1/reviews", unanswered);
        if (response.statusCode() != 202) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            refusals.incrementAndGet();
            Thread.sleep(50);
            return;
        }
        for (JsonNode result : LocalService.json(response).path("results")) {
            assertThat(result.path("status").asText()).isIn("accepted", "duplicate");
            acknowledged.add(result.path("externalId").asText());
        }
        unanswered = List.of();
        batches.incrementAndGet();
    }

    private List<Map<String, Object>> batch() {
        List<Map<String, Object>> reviews = new ArrayList<>();
        for (int i = 0; i < BATCH; i++, next++) {
            reviews.add(Map.of(
                    "channel",
                    "jd",
                    "externalId",
                    name + next,
                    "text",
                    "酒香浓郁，第" + next + "次买了，瓶口有点漏酒",
                    "writtenAt",
                    "2026-10-01T08:00:00+08:00"));
        }
        return reviews;
    }

    /** Ends once everything sent is acknowledged. */
    void stop() {
        stopped = true;
    }

    Set<String> acknowledged() {
        return acknowledged;
    }
}
