package huisheng;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.access.ApiKeys;
import huisheng.access.Principal;
import huisheng.access.Right;
import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import huisheng.cli.Service;
import huisheng.http.Answers;
import huisheng.http.Api;
import huisheng.http.HttpSettings;
import huisheng.http.Live;
import huisheng.http.Ports;
import huisheng.http.Pushes;
import huisheng.index.IndexSettings;
import huisheng.index.LuceneReviewIndex;
import huisheng.index.ReviewIndex;
import huisheng.ingest.AnalysisWorker;
import huisheng.ingest.IndexFollower;
import huisheng.ingest.Outdated;
import huisheng.ingest.ReviewIntake;
import huisheng.privacy.AuthorHash;
import huisheng.review.Change;
import huisheng.review.Labelled;
import huisheng.review.Scope;
import huisheng.store.AnalysisQueue;
import huisheng.store.ChangeFeed;
import huisheng.store.Database;
import huisheng.store.DatabaseSettings;
import huisheng.store.KeyTable;
import huisheng.store.ReviewReader;
import huisheng.store.ReviewTable;
import huisheng.store.StoredKey;
import huisheng.store.Subjects;
import huisheng.store.Wakeups;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole service: every object, made in the order in which it is needed and closed in the reverse order. */
final class Server implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final long START_SECONDS = 120;
    private static final long STOP_SECONDS = 30;

    private final Deque<Supplier<Future<Void>>> closing = new ArrayDeque<>();
    private final Settings settings;
    private final Vertx vertx;
    private final ReviewIndex index;
    private final AnalysisQueue queue;
    private final ChangeFeed feed;
    private final KeyTable keys;
    private final ReviewIntake intake;
    private final IndexFollower follower;
    private final AtomicLong backlog = new AtomicLong();
    private final @Nullable String firstKey;
    private final int port;

    /** Blocks until the service listens. */
    static Server start(Settings settings, String pack) throws IOException {
        Pipeline pipeline = PipelineFactory.load(
                settings.home(), pack.isEmpty() ? settings.analysis().pack() : pack);
        Files.createDirectories(settings.data());
        return new Server(settings, pipeline);
    }

    private Server(Settings settings, Pipeline pipeline) throws IOException {
        this.settings = settings;
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        this.vertx = Vertx.builder()
                .with(new VertxOptions().setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true)))
                .withMetrics(new MicrometerMetricsFactory(metrics))
                .build();
        closing.push(vertx::close);
        try {
            Database database = await(Database.open(vertx, database()));
            closing.push(database::close);
            this.feed = new ChangeFeed(database);
            this.queue = new AnalysisQueue(database);
            this.keys = new KeyTable(database);
            this.index = LuceneReviewIndex.open(
                    new IndexSettings(
                            settings.data().resolve("index"), settings.index().ramBufferMb()),
                    await(feed.installation()));
            closing.push(() -> vertx.executeBlocking(() -> {
                index.close();
                return null;
            }));
            this.intake = new ReviewIntake(
                    vertx, new ReviewTable(database), new AuthorHash(SecretKey.in(settings.data())), Clock.systemUTC());
            closing.push(intake::close);
            Live live = new Live();
            this.follower = new IndexFollower(
                    vertx,
                    feed,
                    index,
                    Duration.ofSeconds(settings.index().commitSeconds()),
                    batch -> tell(live, batch));
            AnalysisWorker worker = new AnalysisWorker(
                    vertx,
                    queue,
                    pipeline,
                    settings.analysis().threads(),
                    settings.analysis().batch());
            run(database.wakeups(), worker, new Outdated(vertx, queue, pipeline.version()));
            watchBacklog();
            Figures.register(metrics, index, backlog, follower);
            this.firstKey = await(makeFirstKey());
            Answers answers = new Answers(vertx, index, new ReviewReader(database), new Subjects(database), pipeline);
            closing.push(answers::close);
            Api api = new Api(
                    vertx,
                    HttpSettings.DEFAULT.at(
                            settings.http().host(), settings.http().port()),
                    new Ports(
                            new Pushes(intake, this::overloaded),
                            answers,
                            new ApiKeys(hash -> keys.find(hash).map(found -> found.map(Server::principal))),
                            live,
                            this::readiness,
                            metrics::scrape));
            this.port = await(api.listen());
            closing.push(api::close);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private DatabaseSettings database() {
        Settings.Store store = settings.store();
        return new DatabaseSettings(store.url(), settings.data().resolve("postgres"), store.port(), store.poolSize());
    }

    private static void tell(Live live, List<Change> batch) {
        if (live.subscribers() == 0) return;
        for (Change change : batch) {
            var analysed = change.analysed();
            if (analysed != null) live.publish(analysed);
        }
    }

    private void run(Wakeups wakeups, AnalysisWorker worker, Outdated outdated) {
        wakeups.subscribe(Wakeups.TASK, worker::wake);
        wakeups.subscribe(Wakeups.CHANGE, follower::wake);
        follower.start();
        closing.push(follower::stop);
        worker.start();
        closing.push(worker::stop);
        outdated.start();
        closing.push(outdated::stop);
    }

    private void watchBacklog() {
        long timer = vertx.setPeriodic(0, 1_000, id -> {
            var unused = queue.backlog().onComplete(counted -> {
                if (counted.succeeded()) backlog.set(counted.result());
                else LOG.warn("the backlog could not be counted", counted.cause());
            });
        });
        closing.push(() -> Future.succeededFuture(vertx.cancelTimer(timer)).mapEmpty());
    }

    private boolean overloaded() {
        return backlog.get() > settings.analysis().maxBacklog();
    }

    private Future<Map<String, Boolean>> readiness() {
        return feed.installation()
                .map(id -> true)
                .otherwise(false)
                .map(database -> Map.of("database", database, "index", index.size() >= 0));
    }

    private Future<@Nullable String> makeFirstKey() {
        return keys.any().compose(any -> any ? Future.succeededFuture(null) : insertKey("first"));
    }

    private Future<String> insertKey(String name) {
        String key = ApiKeys.generate();
        return keys.insert(ApiKeys.hash(key), name, Scope.ALL, Set.of(Right.ADMIN.label()))
                .map(id -> key);
    }

    private static Principal principal(StoredKey key) {
        Set<Right> rights = key.rights().stream()
                .map(label -> Labelled.of(Right.class, label))
                .collect(Collectors.toSet());
        return new Principal(key.name(), key.scope(), rights);
    }

    @Override
    public URI url() {
        String host = settings.http().host().equals("0.0.0.0")
                        || settings.http().host().equals("127.0.0.1")
                ? "localhost"
                : settings.http().host();
        return URI.create("http://" + host + ":" + port);
    }

    @Override
    public @Nullable String firstKey() {
        return firstKey;
    }

    @Override
    public String newKey(String name) {
        return await(insertKey(name));
    }

    @Override
    public int push(List<JsonNode> reviews) {
        return (int) await(intake.push(reviews)).stream()
                .filter(result -> result.rejection() != null)
                .count();
    }

    @Override
    public long searchable() {
        return index.size();
    }

    @Override
    public long waiting() {
        return await(
                queue.backlog().compose(queued -> feed.lag(follower.position()).map(lag -> queued + lag)));
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            try {
                closing.pop().get().await(STOP_SECONDS, TimeUnit.SECONDS);
            } catch (Exception e) {
                LOG.warn("not closed in good order", e);
            }
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.await(START_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new CompletionException("no answer within " + START_SECONDS + " s", e);
        }
    }
}
