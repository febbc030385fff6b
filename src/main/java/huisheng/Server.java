package huisheng;

import static huisheng.Blocking.await;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.access.ApiKeys;
import huisheng.access.NewKey;
import huisheng.access.Right;
import huisheng.access.TableKeyring;
import huisheng.channel.Connectors;
import huisheng.cli.Service;
import huisheng.http.Answers;
import huisheng.http.Api;
import huisheng.http.CorrectionDesk;
import huisheng.http.HttpSettings;
import huisheng.http.Ports;
import huisheng.http.Pushes;
import huisheng.ingest.Delivery;
import huisheng.ingest.ReviewIntake;
import huisheng.ingest.sandbox.ActivePipeline;
import huisheng.insight.Insights;
import huisheng.insight.report.Every;
import huisheng.insight.report.ReportFolder;
import huisheng.insight.report.ReportMaker;
import huisheng.privacy.AuthorHash;
import huisheng.review.Scope;
import huisheng.store.AnswerTable;
import huisheng.store.CorrectionTable;
import huisheng.store.Database;
import huisheng.store.DatabaseSettings;
import huisheng.store.KeptAnswers;
import huisheng.store.KeyTable;
import huisheng.store.PackTable;
import huisheng.store.ReviewReader;
import huisheng.store.ReviewTable;
import huisheng.store.Subjects;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole service: every part, made in the order in which it is needed and closed in the reverse order. */
final class Server implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final long PRUNE_MS = 600_000;

    private final Closing closing = new Closing();
    private final Clock clock = Clock.systemUTC();
    private final Settings settings;
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Vertx vertx;
    private final ActivePipeline pipeline;
    private final Indexing indexing;
    private final Analysing analysing;
    private final Alerting alerting;
    private final Responding responding;
    private final Recording recording;
    private final TableKeyring keyring;
    private final ReviewIntake intake;
    private final @Nullable String firstKey;
    private final int port;

    /** Blocks until the service listens. */
    static Server start(Settings settings, String pack) throws IOException {
        String served = pack.isEmpty() ? settings.analysis().pack() : pack;
        Files.createDirectories(settings.data());
        return new Server(settings, served);
    }

    private Server(Settings settings, String served) throws IOException {
        this.settings = settings;
        this.vertx = vertx();
        closing.push(vertx::close);
        try {
            Future<Database> opening = open();
            this.pipeline = new ActivePipeline(vertx, opening.map(PackTable::new), settings.home(), served);
            closing.push(pipeline::stop);
            Future<Boolean> loading = pipeline.start().map(true);
            Database database = await(opening);
            byte[] secret = SecretKey.in(settings.data());
            this.recording = new Recording(vertx, database, secret, settings.data(), clock);
            closing.push(recording::close);
            this.keyring = new TableKeyring(new KeyTable(database));
            this.indexing = new Indexing(vertx, database, settings, closing);
            this.analysing = new Analysing(vertx, database, settings.analysis(), pipeline);
            this.alerting = new Alerting(vertx, database, indexing.index());
            this.responding = new Responding(vertx, database, clock);
            this.intake = new ReviewIntake(vertx, new ReviewTable(database), new AuthorHash(secret), clock);
            closing.push(intake::close);
            boolean loaded = await(loading);
            LOG.debug("pipeline {} loaded: {}", pipeline.get().version(), loaded);
            indexing.start(closing);
            analysing.start(intake, closing);
            Outgoing outgoing = new Outgoing(vertx, database, settings, secret, metrics);
            closing.push(outgoing::stop);
            outgoing.start();
            alerting.start(this::aspectName, indexing.follower()::position, metrics, closing);
            settings.report().due().ifPresent(this::writeReports);
            responding.start(closing);
            Figures.register(metrics, indexing.index(), analysing.backlog(), indexing.follower());
            this.firstKey = await(makeFirstKey());
            Entrance entrance = new Entrance(vertx, settings.access(), database, recording.trail());
            closing.push(entrance::close);
            this.port = await(listen(database, outgoing, entrance));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private Vertx vertx() {
        return Vertx.builder()
                .with(new VertxOptions()
                        .setMetricsOptions(
                                new MicrometerMetricsOptions().setEnabled(true).setJvmMetricsEnabled(true)))
                .withMetrics(new MicrometerMetricsFactory(metrics))
                .build();
    }

    private Future<Database> open() {
        Settings.Store store = settings.store();
        Future<Database> opening = Database.open(
                vertx,
                new DatabaseSettings(store.url(), settings.data().resolve("postgres"), store.port(), store.poolSize()));
        closing.push(() ->
                opening.transform(opened -> opened.succeeded() ? opened.result().close() : Future.succeededFuture()));
        return opening;
    }

    private void writeReports(Every every) {
        Insights insights = new Insights(indexing.index(), this::aspectName, clock);
        ReportFolder folder = new ReportFolder(
                new ReportMaker(insights, indexing.index()), settings.data().resolve("reports"), every);
        ReportSchedule schedule = new ReportSchedule(vertx, folder, clock);
        schedule.start();
        closing.push(schedule::stop);
    }

    private Future<Integer> listen(Database database, Outgoing outgoing, Entrance entrance) {
        ReviewReader reader = new ReviewReader(database);
        Answers answers =
                new Answers(vertx, indexing.index(), reader, new Subjects(database), pipeline, pipeline::aspects);
        closing.push(answers::close);
        Ports ports = new Ports(
                new Pushes(intake, analysing.backlog()::isFull),
                keptAnswers(database),
                answers,
                new CorrectionDesk(reader, new CorrectionTable(database), pipeline::aspects),
                analysing.sandbox(reader),
                outgoing.desk(),
                responding.loop(indexing.index(), reader, this::aspectName),
                alerting.alerts(),
                alerting.rules(),
                new ApiKeys(keyring),
                keyring,
                entrance.access(),
                indexing.live(),
                indexing::readiness,
                metrics::scrape);
        Settings.Http http = settings.http();
        Api api = new Api(vertx, HttpSettings.DEFAULT.at(http.host(), http.port()), ports);
        closing.push(api::close);
        return api.listen();
    }

    /** Kept answers, and that they do not grow for ever. */
    private KeptAnswers keptAnswers(Database database) {
        AnswerTable table = new AnswerTable(database);
        closing.push(new Chore(vertx, "pruning kept answers", PRUNE_MS, table::prune)::stop);
        return table;
    }

    private String aspectName(String aspect) {
        return pipeline.aspects().getOrDefault(aspect, aspect);
    }

    private Future<@Nullable String> makeFirstKey() {
        return keyring.any().compose(any -> any ? Future.succeededFuture(null) : makeKey("first"));
    }

    private Future<String> makeKey(String name) {
        return keyring.make(new NewKey(name, Scope.ALL, Set.of(Right.ADMIN)))
                .map(made -> made.orElseThrow(() -> new IllegalStateException("there are too many valid keys")))
                .compose(made -> recording.keyMade(made.key()).map(made.secret()));
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
        return await(makeKey(name));
    }

    @Override
    public int push(List<JsonNode> reviews) {
        Delivery delivery = new Delivery(Connectors.CANONICAL, Map.of(), Scope.ALL);
        return (int) await(intake.push(delivery, reviews)).stream()
                .filter(result -> result.rejection() != null)
                .count();
    }

    @Override
    public long searchable() {
        return indexing.index().size();
    }

    @Override
    public long waiting() {
        return await(analysing.waiting().compose(queued -> indexing.lag().map(lag -> queued + lag)));
    }

    @Override
    public void close() {
        closing.close();
    }
}
