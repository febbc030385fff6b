package huisheng;

import huisheng.alert.delivery.TargetKind;
import huisheng.review.Labelled;
import huisheng.store.DeliveryEnd;
import huisheng.store.DeliveryTable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator watches of deliveries: how they end, how many wait, and how many are dead. */
final class DeliveryFigures {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryFigures.class);
    private static final long READ_MS = 5_000;

    private final Vertx vertx;
    private final MeterRegistry metrics;
    private final DeliveryTable deliveries;
    private volatile List<DeliveryTable.Count> counts = List.of();
    private long timer = -1;

    DeliveryFigures(Vertx vertx, MeterRegistry metrics, DeliveryTable deliveries) {
        this.vertx = vertx;
        this.metrics = metrics;
        this.deliveries = deliveries;
        for (TargetKind kind : TargetKind.values()) {
            gauge(kind, "waiting", List.of("waiting", "sending"));
            gauge(kind, "dead", List.of("dead"));
            for (DeliveryEnd.How how : DeliveryEnd.How.values())
                counter(kind, how).increment(0);
        }
    }

    void start() {
        timer = vertx.setPeriodic(
                0,
                READ_MS,
                id -> deliveries
                        .counts()
                        .onSuccess(read -> counts = read)
                        .onFailure(e -> LOG.debug("deliveries could not be counted", e)));
    }

    Future<Void> stop() {
        return Future.succeededFuture(vertx.cancelTimer(timer)).mapEmpty();
    }

    /** Counts one delivery that ended so. */
    void count(TargetKind kind, DeliveryEnd.How how) {
        counter(kind, how).increment();
    }

    private Counter counter(TargetKind kind, DeliveryEnd.How how) {
        return Counter.builder("huisheng.deliveries")
                .description("attempts at deliveries, by how they ended")
                .tag("kind", kind.label())
                .tag("end", how.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }

    private void gauge(Labelled kind, String state, List<String> states) {
        Gauge.builder("huisheng.deliveries.open", this, figures -> figures.sum(kind.label(), states))
                .description("deliveries that are not over, a few seconds old")
                .tag("kind", kind.label())
                .tag("state", state)
                .register(metrics);
    }

    private double sum(String kind, List<String> states) {
        return counts.stream()
                .filter(count -> count.kind().equals(kind) && states.contains(count.state()))
                .mapToLong(DeliveryTable.Count::n)
                .sum();
    }
}
