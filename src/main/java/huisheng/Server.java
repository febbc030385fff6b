package huisheng;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.access.ApiKeys;
import huisheng.access.NewKey;
import huisheng.access.Right;
import huisheng.access.TableKeyring;
import huisheng.alert.watch.Watch;
import huisheng.channel.Connectors;
import huisheng.cli.Service;
import huisheng.http.AlertDesk;
import huisheng.http.Answers;
import huisheng.http.Api;
import huisheng.http.CaseDesk;
import huisheng.http.ClosedLoop;
import huisheng.http.CorrectionDesk;
import huisheng.http.HttpSettings;
import huisheng.http.Live;
import huisheng.http.PlaybookDesk;
import huisheng.http.Ports;
import huisheng.http.Pushes;
import huisheng.http.RuleDesk;
import huisheng.http.SandboxDesk;
import huisheng.http.TargetDesk;
import huisheng.http.TicketDesk;
import huisheng.http.TicketDrafts;
import huisheng.index.IndexSettings;
import huisheng.index.LuceneReviewIndex;
import huisheng.index.ReviewIndex;
import huisheng.ingest.Abreast;
import huisheng.ingest.AlertFollower;
import huisheng.ingest.AlertRules;
import huisheng.ingest.AlertWatcher;
import huisheng.ingest.AnalysisWorker;
import huisheng.ingest.CopyFollower;
import huisheng.ingest.Delivery;
import huisheng.ingest.IndexFollower;
import huisheng.ingest.Outdated;
import huisheng.ingest.ReviewIntake;
import huisheng.ingest.sandbox.ActivePipeline;
import huisheng.ingest.sandbox.PackSandbox;
import huisheng.insight.BeforeAfter;
import huisheng.insight.Insights;
import huisheng.insight.ReviewSearchQuestion;
import huisheng.insight.report.Every;
import huisheng.insight.report.ReportFolder;
import huisheng.insight.report.ReportMaker;
import huisheng.privacy.AuthorHash;
import huisheng.review.Change;
import huisheng.review.Scope;
import huisheng.store.AlertFeed;
import huisheng.store.AlertRuleTable;
import huisheng.store.AlertTable;
import huisheng.store.AnalysisQueue;
import huisheng.store.AnswerTable;
import huisheng.store.CatchUp;
import huisheng.store.ChangeFeed;
import huisheng.store.CopyWindow;
import huisheng.store.CorrectionTable;
import huisheng.store.Database;
import huisheng.store.DatabaseSettings;
import huisheng.store.KeptAnswers;
import huisheng.store.KeyTable;
import huisheng.store.PackTable;
import huisheng.store.ReviewReader;
import huisheng.store.ReviewTable;
import huisheng.store.Subjects;
import huisheng.store.TargetTable;
import huisheng.store.Wakeups;
import huisheng.ticket.Cases;
import huisheng.ticket.Procedures;
import huisheng.ticket.Runs;
import huisheng.ticket.ServiceMeasures;
import huisheng.ticket.Tickets;
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
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole service: every object, made in the order in which it is needed and closed in the reverse order. */
final class Server implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final long START_SECONDS = 120;
    private static final long STOP_SECONDS = 30;
    private static final long PRUNE_MS = 600_000;
    private static final long STALE_MS = 3_600_000;
    private static final Duration LONGEST_WATCH = Duration.ofMinutes(2);
    /** Copies are looked for once no more than this many reviews wait for the pipeline. */
    private static final int SMALL_BACKLOG = 5_000;

    private final Deque<Supplier<Future<Void>>> closing = new ArrayDeque<>();
    private final Clock clock = Clock.systemUTC();
    private final Settings settings;
    private final PackTable packs;
    private final ActivePipeline pipeline;
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Live live = new Live();
    private final Vertx vertx;
    private final ReviewIndex index;
    private final AnalysisQueue queue;
    private final ChangeFeed feed;
    private final TableKeyring keyring;
    private final byte[] secret;
    private final ReviewIntake intake;
    private final IndexFollower follower;
    private final Backlog backlog;
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
        this.vertx = Vertx.builder()
                .with(new VertxOptions()
                        .setMetricsOptions(
                                new MicrometerMetricsOptions().setEnabled(true).setJvmMetricsEnabled(true)))
                .withMetrics(new MicrometerMetricsFactory(metrics))
                .build();
        closing.push(vertx::close);
        try {
            Future<Database> opening = Database.open(vertx, database());
            closing.push(() -> opening.transform(
                    opened -> opened.succeeded() ? opened.result().close() : Future.succeededFuture()));
            this.pipeline = new ActivePipeline(vertx, opening.map(PackTable::new), settings.home(), served);
            closing.push(pipeline::stop);
            Future<Boolean> loading = pipeline.start().map(true);
            Database database = await(opening);
            this.packs = new PackTable(database);
            this.feed = new ChangeFeed(database);
            this.queue = new AnalysisQueue(database);
            this.keyring = new TableKeyring(new KeyTable(database));
            this.backlog = new Backlog(vertx, queue, settings.analysis().maxBacklog());
            this.index = openIndex(await(feed.installation()));
            this.secret = SecretKey.in(settings.data());
            this.intake = new ReviewIntake(vertx, new ReviewTable(database), new AuthorHash(secret), clock);
            closing.push(intake::close);
            this.follower = new IndexFollower(
                    vertx, feed, index, Duration.ofSeconds(settings.index().commitSeconds()), this::tell);
            boolean loaded = await(loading);
            LOG.debug("pipeline {} loaded: {}", pipeline.get().version(), loaded);
            run(database.wakeups());
            watchCopies(database);
            Outgoing outgoing = new Outgoing(vertx, database, settings, secret, metrics);
            closing.push(outgoing::stop);
            outgoing.start();
            alert(database);
            settings.report().due().ifPresent(this::writeReports);
            Figures.register(metrics, index, backlog, follower);
            this.firstKey = await(makeFirstKey());
            this.port = await(listen(database, outgoing.desk()));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private DatabaseSettings database() {
        Settings.Store store = settings.store();
        return new DatabaseSettings(store.url(), settings.data().resolve("postgres"), store.port(), store.poolSize());
    }

    private ReviewIndex openIndex(UUID installation) throws IOException {
        ReviewIndex opened = LuceneReviewIndex.open(
                new IndexSettings(
                        settings.data().resolve("index"), settings.index().ramBufferMb()),
                installation);
        closing.push(() -> vertx.executeBlocking(() -> {
            opened.close();
            return null;
        }));
        return opened;
    }

    private void tell(List<Change> batch) {
        if (live.subscribers() == 0) return;
        for (Change change : batch) {
            var analysed = change.analysed();
            if (analysed != null) live.publish(analysed);
        }
    }

    private void run(Wakeups wakeups) {
        AnalysisWorker worker = new AnalysisWorker(
                vertx,
                queue,
                pipeline,
                settings.analysis().threads(),
                settings.analysis().batch(),
                intake::pushing);
        Outdated outdated = new Outdated(vertx, queue, () -> pipeline.get().version(), pipeline::isWanted);
        pipeline.onChange(outdated::wake);
        wakeups.subscribe(Wakeups.PACK, pipeline::follow);
        wakeups.subscribe(Wakeups.TASK, worker::wake);
        wakeups.subscribe(Wakeups.CHANGE, follower::wake);
        follower.start();
        closing.push(follower::stop);
        worker.start();
        closing.push(worker::stop);
        outdated.start();
        closing.push(outdated::stop);
        backlog.watch();
        closing.push(backlog::stop);
    }

    /** Kept answers, and that they do not grow for ever. */
    private KeptAnswers keptAnswers(Database database) {
        AnswerTable table = new AnswerTable(database);
        long timer = vertx.setPeriodic(
                0, PRUNE_MS, id -> table.prune().onFailure(e -> LOG.warn("kept answers could not be pruned", e)));
        closing.push(() -> Future.succeededFuture(vertx.cancelTimer(timer)).mapEmpty());
        return table;
    }

    private void watchCopies(Database database) {
        CopyFollower copies =
                new CopyFollower(vertx, new CopyWindow(database), () -> backlog.waiting() > SMALL_BACKLOG);
        database.wakeups().subscribe(Wakeups.CHANGE, copies::wake);
        copies.start();
        closing.push(copies::stop);
    }

    /** Rules hold reviews, and what is counted of them, against what they watch for. */
    private void alert(Database database) {
        AlertRuleTable table = new AlertRuleTable(database);
        AlertRules rules = new AlertRules(table, clock);
        AlertFeed alerts = new AlertFeed(database);
        AlertFollower reviews = new AlertFollower(vertx, new ChangeFeed(database), alerts, rules, clock);
        Abreast abreast = new Abreast(new CatchUp(database), follower::position);
        Watch watch = new Watch(index, this::aspectName);
        AlertWatcher measures = new AlertWatcher(vertx, table, alerts, rules, watch, abreast, LONGEST_WATCH, clock);
        Figures.register(metrics, abreast);
        Wakeups wakeups = database.wakeups();
        wakeups.subscribe(Wakeups.CHANGE, reviews::wake);
        wakeups.subscribe(Wakeups.ALERT_RULE, rules::changed);
        wakeups.subscribe(Wakeups.ALERT_RULE, measures::wake);
        boolean shipped = await(rules.ship().map(true));
        LOG.debug("alert rules shipped: {}", shipped);
        reviews.start();
        closing.push(reviews::stop);
        measures.start();
        closing.push(measures::stop);
    }

    private void writeReports(Every every) {
        Insights insights = new Insights(index, this::aspectName, clock);
        ReportFolder folder = new ReportFolder(
                new ReportMaker(insights, index), settings.data().resolve("reports"), every);
        ReportSchedule schedule = new ReportSchedule(vertx, folder, clock);
        schedule.start();
        closing.push(schedule::stop);
    }

    private Future<Integer> listen(Database database, TargetDesk targets) {
        ReviewReader reader = new ReviewReader(database);
        Answers answers = new Answers(vertx, index, reader, new Subjects(database), pipeline, pipeline::aspects);
        closing.push(answers::close);
        Entrance entrance = new Entrance(vertx, settings.access(), database, secret);
        closing.push(entrance::close);
        Api api = new Api(
                vertx,
                HttpSettings.DEFAULT.at(settings.http().host(), settings.http().port()),
                new Ports(
                        new Pushes(intake, backlog::isFull),
                        keptAnswers(database),
                        answers,
                        new CorrectionDesk(reader, new CorrectionTable(database), pipeline::aspects),
                        new SandboxDesk(new PackSandbox(pipeline, packs, reader, queue)),
                        targets,
                        closedLoop(database, reader),
                        new AlertDesk(new AlertTable(database), clock),
                        new RuleDesk(
                                new AlertRuleTable(database),
                                new AlertTable(database),
                                new TargetTable(database),
                                index::check,
                                clock),
                        new ApiKeys(keyring),
                        keyring,
                        entrance.access(),
                        live,
                        this::readiness,
                        metrics::scrape));
        closing.push(api::close);
        return api.listen();
    }

    private ClosedLoop closedLoop(Database database, ReviewReader reader) {
        Tickets tickets = new Tickets(database, clock);
        Cases cases = new Cases(database, clock);
        putStaleCasesAway(cases);
        return new ClosedLoop(
                new TicketDesk(
                        vertx,
                        tickets,
                        reader,
                        new TicketDrafts(vertx, new AlertTable(database), reader, new ReviewSearchQuestion(index)),
                        new BeforeAfter(index, this::aspectName),
                        new ServiceMeasures.Reader(database, clock),
                        clock),
                new CaseDesk(cases, tickets, reader, clock),
                new PlaybookDesk(
                        new Procedures(database, clock), new Runs(database, clock), tickets, new AlertTable(database)));
    }

    /** So that nobody learns from what holds no longer. */
    private void putStaleCasesAway(Cases cases) {
        long timer = vertx.setPeriodic(
                0,
                STALE_MS,
                id -> cases.putStaleAway()
                        .onFailure(e -> LOG.warn("stale cases could not be put away, tried again later", e)));
        closing.push(() -> Future.succeededFuture(vertx.cancelTimer(timer)).mapEmpty());
    }

    private String aspectName(String aspect) {
        return pipeline.aspects().getOrDefault(aspect, aspect);
    }

    private Future<Map<String, Boolean>> readiness() {
        return feed.installation()
                .map(id -> true)
                .otherwise(false)
                .map(database -> Map.of("database", database, "index", follower.isHealthy()));
    }

    private Future<@Nullable String> makeFirstKey() {
        return keyring.any().compose(any -> any ? Future.succeededFuture(null) : makeKey("first"));
    }

    private Future<String> makeKey(String name) {
        return keyring.make(new NewKey(name, Scope.ALL, Set.of(Right.ADMIN)))
                .map(made -> made.orElseThrow(() -> new IllegalStateException("there are too many valid keys"))
                        .secret());
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
