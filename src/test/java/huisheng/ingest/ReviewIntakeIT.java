package huisheng.ingest;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.channel.Connectors;
import huisheng.json.Json;
import huisheng.privacy.AuthorHash;
import huisheng.review.Scope;
import huisheng.store.Database;
import huisheng.store.EmbeddedDatabases;
import huisheng.store.ReviewTable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReviewIntakeIT {
    private final Vertx vertx = Vertx.vertx();
    private final Database database = EmbeddedDatabases.open(vertx);
    private final ReviewIntake intake = new ReviewIntake(
            vertx,
            new ReviewTable(database),
            new AuthorHash("a secret for tests".getBytes(StandardCharsets.UTF_8)),
            Clock.systemUTC());

    @AfterEach
    void close() {
        await(intake.close());
        await(database.close());
        await(vertx.close());
    }

    /** The analysis gives way by the size of what is pushed, not by the number of pushes. */
    @Test
    void pushing_countsItems_untilTheyAreSaved() {
        Future<?> pushed = await(database.pool()
                .withTransaction(connection -> connection
                        .query("LOCK TABLE review IN EXCLUSIVE MODE")
                        .execute()
                        .map(locked -> {
                            Future<?> waiting = push(3);
                            assertThat(intake.pushing()).isEqualTo(3);
                            return waiting;
                        })));
        await(pushed);
        assertThat(intake.pushing()).isZero();
    }

    private Future<List<ReviewIntake.Result>> push(int items) {
        List<JsonNode> reviews = IntStream.range(0, items)
                .mapToObj(i -> Json.read("""
                        {"channel":"taobao","externalId":"%d","text":"酒香浓郁","writtenAt":"2026-11-01T08:00:00Z"}""".formatted(i), JsonNode.class))
                .toList();
        return intake.push(new Delivery(Connectors.CANONICAL, Map.of(), Scope.ALL), reviews);
    }
}
