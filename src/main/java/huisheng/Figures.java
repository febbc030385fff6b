package huisheng;

import huisheng.index.ReviewIndex;
import huisheng.ingest.Abreast;
import huisheng.ingest.IndexFollower;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What an operator watches, beside the figures that the web server and the pool keep themselves. */
final class Figures {
    private Figures() {}

    static void register(MeterRegistry metrics, ReviewIndex index, Backlog backlog, IndexFollower follower) {
        Gauge.builder("huisheng.reviews.searchable", index, ReviewIndex::size)
                .description("reviews in the index")
                .register(metrics);
        Gauge.builder("huisheng.analysis.backlog", backlog, Backlog::waiting)
                .description("reviews that wait for the pipeline")
                .register(metrics);
        Gauge.builder("huisheng.index.position", follower, f -> f.position().sequence())
                .description("sequence of the last change in the index")
                .register(metrics);
    }

    /** Zero in good order; an operator should look into what grows beyond some minutes. */
    static void register(MeterRegistry metrics, Abreast abreast) {
        Gauge.builder("huisheng.alerts.waiting", abreast, a -> a.waited().toSeconds())
                .description("for how long alert rules about measures have waited for the index to catch up")
                .baseUnit("seconds")
                .register(metrics);
    }
}
