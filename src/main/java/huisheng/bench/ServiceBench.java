package huisheng.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * The running service, met over HTTP as a connector meets it: how fast a push is durable, and how soon it is found. The
 * bodies are made beforehand; what the client costs is part of what is measured.
 */
final class ServiceBench {
    private static final int BATCH = 500;
    private static final int MOST_WARM_UP = 20_000;
    private static final int PACED_BATCH = 100;
    private static final long PACE_NANOS = 100_000_000;
    private static final long POLL_NANOS = 40_000_000;
    /** Of a flood that takes seconds: asking costs processor time that is measured. */
    private static final long FLOOD_POLL_NANOS = 250_000_000;

    private static final long LONGEST_NANOS = 600_000_000_000L;

    private final Corpus corpus;
    private final int reviews;
    private final int warmUp;
    private final int pacedSeconds;
    private double heapMb;

    /** @param pacedSeconds for which 1,000 reviews a second are pushed */
    ServiceBench(Corpus corpus, int reviews, int pacedSeconds) {
        this.corpus = corpus;
        this.reviews = reviews;
        this.warmUp = Math.min(MOST_WARM_UP, reviews);
        this.pacedSeconds = pacedSeconds;
    }

    /** @param bareInsert reviews a second that PostgreSQL takes alone; {@code analysis} that all cores can analyse */
    List<Figure> run(Path home, Path data, double bareInsert, double analysis) throws IOException {
        List<Figure> figures = new ArrayList<>();
        try (ServiceProcess service = ServiceProcess.start(home, data)) {
            pushAll(service, Bodies.of(corpus, 0, warmUp, BATCH));
            awaitSearchable(service, warmUp);
            figures.addAll(flood(service, bareInsert, analysis));
            figures.add(paced(service));
            figures.add(Figure.of("heap in use, highest seen", shape(), heapMb, "MB")
                    .to(Figure.Goal.atMost(1_500)));
        }
        return figures;
    }

    private String shape() {
        return "demo reviews of %.0f characters, batches of %d".formatted(corpus.length(), BATCH);
    }

    private List<Figure> flood(ServiceProcess service, double bareInsert, double analysis) throws IOException {
        List<byte[]> bodies = Bodies.of(corpus, warmUp, warmUp + reviews, BATCH);
        Meter meter = Meter.start(service.processes());
        Meter database = Meter.of(service.database());
        pushAll(service, bodies);
        Meter.Reading durable = meter.read();
        awaitSearchable(service, warmUp + reviews);
        Meter.Reading searchable = meter.read();
        double stored = database.read().cpuSeconds() * 1e6 / reviews;
        return List.of(
                Figure.of("durable intake over HTTP", shape(), reviews / durable.seconds(), "reviews/s")
                        .to(Figure.Goal.atLeast(15_000))
                        .against("bare PostgreSQL insert, no key, no index", bareInsert)
                        .cpu(durable.cpuSeconds() * 1e6 / reviews),
                Figure.of("pushed to searchable, sustained", shape(), reviews / searchable.seconds(), "reviews/s")
                        .to(Figure.Goal.atLeast(4_000))
                        .against("analysis alone on all cores", analysis)
                        .cpu(searchable.cpuSeconds() * 1e6 / reviews),
                Figure.of("of that in the database", shape(), stored, "µs CPU each"));
    }

    /** A review is searchable when the index holds as many as were pushed up to it: they are analysed in order. */
    private Figure paced(ServiceProcess service) throws IOException {
        int ticks = Math.toIntExact(pacedSeconds * 1_000_000_000L / PACE_NANOS);
        int first = warmUp + reviews;
        List<byte[]> bodies = Bodies.of(corpus, first, first + ticks * PACED_BATCH, PACED_BATCH);
        long[] found = new long[ticks];
        long[] due;
        Meter meter = Meter.start(service.processes());
        try (Pushers pushers = new Pushers(service);
                ExecutorService watcher = Executors.newSingleThreadExecutor()) {
            Future<?> watching = watcher.submit(() -> watch(service, first, found));
            due = pushers.pace(bodies, PACE_NANOS);
            Pushers.await(watching);
        }
        Meter.Reading reading = meter.read();
        long[] nanos = new long[ticks];
        for (int i = 0; i < ticks; i++) nanos[i] = found[i] - due[i];
        Samples samples = Samples.ofNanos(nanos);
        String shape = "1,000 reviews/s for %d s, batches of %d".formatted(pacedSeconds, PACED_BATCH);
        return Figure.of("pushed to searchable, p99", shape, samples.quantile(0.99), "ms")
                .to(Figure.Goal.atMost(1_000))
                .against("median of the same", samples.median())
                .cpu(reading.cpuSeconds() * 1e6 / ticks / PACED_BATCH);
    }

    private Void watch(ServiceProcess service, int before, long[] found) throws IOException {
        int next = 0;
        long deadline = System.nanoTime() + LONGEST_NANOS;
        while (next < found.length) {
            if (System.nanoTime() > deadline) throw new IOException("pushed reviews do not become searchable");
            long searchable = searchable(service) - before;
            long now = System.nanoTime();
            while (next < found.length && searchable >= (next + 1L) * PACED_BATCH) found[next++] = now;
            LockSupport.parkNanos(POLL_NANOS);
        }
        return null;
    }

    private static void pushAll(ServiceProcess service, List<byte[]> bodies) throws IOException {
        try (Pushers pushers = new Pushers(service)) {
            pushers.flood(bodies);
        }
    }

    private void awaitSearchable(ServiceProcess service, long wanted) throws IOException {
        long deadline = System.nanoTime() + LONGEST_NANOS;
        while (searchable(service) < wanted) {
            if (System.nanoTime() > deadline) throw new IOException("pushed reviews do not become searchable");
            LockSupport.parkNanos(FLOOD_POLL_NANOS);
        }
    }

    private long searchable(ServiceProcess service) throws IOException {
        String metrics = service.get("/metrics");
        heapMb = Math.max(heapMb, ServiceProcess.metric(metrics, "jvm_memory_used_bytes{area=\"heap\"") / 1e6);
        return (long) ServiceProcess.metric(metrics, "huisheng_reviews_searchable ");
    }
}
