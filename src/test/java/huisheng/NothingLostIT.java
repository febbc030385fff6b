package huisheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Promise 1, tried by killing the whole process at random moments. */
class NothingLostIT {
    private static final int ROUNDS = 20;
    private static final int BATCH = 100;

    private final Set<String> acknowledged = new HashSet<>();
    private List<Map<String, Object>> unanswered = List.of();
    private int next;

    @Test
    void push_killedAtRandomMoments_keepsEveryAcknowledgedReviewOnce() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("NothingLostIT -Dseed=" + seed);
        Random random = new Random(seed);
        Path data = Files.createTempDirectory(Path.of("target"), "nothing-lost").toAbsolutePath();
        try (ForkedService service = new ForkedService(data, Map.of("HUISHENG_INDEX_COMMIT", "1"))) {
            for (int round = 0; round < ROUNDS; round++) {
                service.start();
                pushUntilKilled(service, random.nextInt(1_500));
            }
            service.start();
            pushAgain(service);
            assertComplete(service);
            service.kill();
            delete(data.resolve("index"));
            service.start();
            assertComplete(service);
        }
    }

    private void pushUntilKilled(ForkedService service, int millis) throws Exception {
        CompletableFuture<Void> pushing = CompletableFuture.runAsync(() -> {
            try {
                pushAgain(service);
                while (true) {
                    unanswered = batch();
                    acknowledge(service.push(unanswered));
                }
            } catch (IOException | InterruptedException e) {
                // killed: what stands in unanswered is sent again
            }
        });
        Thread.sleep(millis);
        service.kill();
        pushing.join();
    }

    private void pushAgain(ForkedService service) throws IOException, InterruptedException {
        if (!unanswered.isEmpty()) acknowledge(service.push(unanswered));
    }

    private void acknowledge(JsonNode answer) {
        for (JsonNode result : answer.path("results")) {
            assertThat(result.path("status").asText()).isIn("accepted", "duplicate");
            acknowledged.add(
                    (String) unanswered.get(result.path("index").asInt()).get("externalId"));
        }
        unanswered = List.of();
    }

    private List<Map<String, Object>> batch() {
        List<Map<String, Object>> reviews = new ArrayList<>();
        for (int i = 0; i < BATCH; i++, next++) {
            reviews.add(Map.of(
                    "channel", "jd",
                    "externalId", "r" + next,
                    "text", "酒香浓郁，第" + next + "次买了，瓶口有点漏酒",
                    "rating", 1 + next % 5,
                    "writtenAt", "2026-10-01T08:00:00+08:00"));
        }
        return reviews;
    }

    private void assertComplete(ForkedService service) throws IOException, InterruptedException {
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
        Set<String> found = Set.of();
        long deadline = System.nanoTime() + 120_000_000_000L;
        while (System.nanoTime() < deadline) {
            found = everySearchable(service);
            if (found.containsAll(acknowledged)) break;
            Thread.sleep(200);
        }
        assertThat(found).containsAll(acknowledged);
    }

    /** Pages through the index; every hit is read from the store, so both are seen, and each review once. */
    private static Set<String> everySearchable(ForkedService service) throws IOException, InterruptedException {
        Set<String> found = new HashSet<>();
        String cursor = "";
        while (true) {
            JsonNode page = service.get("/api/v1/reviews?noise=include&limit=100" + cursor);
            for (JsonNode hit : page.path("hits")) {
                assertThat(found.add(hit.path("review").path("externalId").asText()))
                        .isTrue();
            }
            if (!page.path("cursor").isTextual()) return found;
            cursor = "&cursor=" + page.path("cursor").asText();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
