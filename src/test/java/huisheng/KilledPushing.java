package huisheng;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** A connector whose service dies again and again: what was not acknowledged is sent again. */
final class KilledPushing {
    private static final long PAUSE_NANOS = Duration.ofMillis(150).toNanos();

    private final Function<String, List<Map<String, Object>>> batches;
    private final Set<String> acknowledged = new HashSet<>();
    private List<Map<String, Object>> unanswered = List.of();
    private int next;

    /** @param batches a few reviews about something that has this name */
    KilledPushing(Function<String, List<Map<String, Object>>> batches) {
        this.batches = batches;
    }

    void untilKilled(ForkedService service, int millis) throws InterruptedException {
        CompletableFuture<Void> pushing = CompletableFuture.runAsync(() -> push(service));
        Thread.sleep(millis);
        service.kill();
        pushing.join();
    }

    private void push(ForkedService service) {
        try {
            again(service);
            while (true) {
                unanswered = batches.apply("P" + next++);
                again(service);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (IOException | InterruptedException e) {
            // killed: what stands in unanswered is sent again
        }
    }

    /** Sends what was not acknowledged. */
    void again(ForkedService service) throws IOException, InterruptedException {
        if (unanswered.isEmpty()) return;
        for (JsonNode result : service.push(unanswered).path("results")) {
            acknowledged.add(
                    (String) unanswered.get(result.path("index").asInt()).get("externalId"));
        }
        unanswered = List.of();
    }

    /** Ids of the channel. */
    Set<String> acknowledged() {
        return acknowledged;
    }
}
