package huisheng.bench;

import static huisheng.bench.Awaiting.await;

import huisheng.alert.rule.Rule;
import huisheng.alert.rule.Watched;
import huisheng.alert.watch.Watch;
import huisheng.analysis.Pipeline;
import huisheng.index.IndexSettings;
import huisheng.index.LuceneReviewIndex;
import huisheng.index.ReviewIndex;
import huisheng.ingest.Abreast;
import huisheng.ingest.AlertFollower;
import huisheng.ingest.AlertRules;
import huisheng.ingest.AlertWatcher;
import huisheng.ingest.AnalysisWorker;
import huisheng.ingest.IndexFollower;
import huisheng.json.Json;
import huisheng.review.Scope;
import huisheng.store.AlertFeed;
import huisheng.store.AlertQuery;
import huisheng.store.AlertRuleTable;
import huisheng.store.AlertTable;
import huisheng.store.AnalysisQueue;
import huisheng.store.CatchUp;
import huisheng.store.ChangeFeed;
import huisheng.store.Database;
import huisheng.store.DatabaseSettings;
import huisheng.store.NewReview;
import huisheng.store.ReviewTable;
import huisheng.store.StoredAlert;
import huisheng.store.StoredRule;
import huisheng.store.TargetTable;
import huisheng.store.Wakeups;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What the service does with a review from its durable answer on, over a PostgreSQL and an index of its own in this process:
 * analysed, indexed, held against rules, and what they find written down for targets. Blocks.
 */
final class WritePath implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final long POLL_NANOS = 50_000_000;

    private final Vertx vertx = Vertx.vertx();
    private final Database database;
    private final ReviewIndex index;
    private final AlertRuleTable table;
    private final CatchUp catchUp;
    private final AlertFeed feed;
    private final AnalysisWorker worker;
    private final IndexFollower follower;
    private final AlertFollower alerts;
    private final AlertWatcher watcher;

    WritePath(Path folder, Pipeline pipeline) throws IOException {
        Files.createDirectories(folder);
        database = await(Database.open(vertx, DatabaseSettings.embedded(folder.resolve("postgres"))));
        ChangeFeed changes = new ChangeFeed(database);
        index = LuceneReviewIndex.open(IndexSettings.in(folder.resolve("index")), await(changes.installation()));
        table = new AlertRuleTable(database);
        catchUp = new CatchUp(database);
        int cores = Runtime.getRuntime().availableProcessors();
        worker = new AnalysisWorker(vertx, new AnalysisQueue(database), () -> pipeline, cores, BATCH, () -> 0);
        follower = new IndexFollower(vertx, changes, index, Duration.ofSeconds(5), batch -> {});
        AlertRules rules = new AlertRules(table);
        feed = new AlertFeed(database);
        alerts = new AlertFollower(vertx, new ChangeFeed(database), feed, rules);
        Abreast abreast = new Abreast(catchUp, follower::position);
        Watch watch = new Watch(index, aspect -> aspect);
        watcher = new AlertWatcher(vertx, table, feed, rules, watch, abreast, Duration.ofMinutes(2));
        start(rules);
    }

    private void start(AlertRules rules) {
        Wakeups wakeups = database.wakeups();
        wakeups.subscribe(Wakeups.TASK, worker::wake);
        wakeups.subscribe(Wakeups.CHANGE, follower::wake);
        wakeups.subscribe(Wakeups.CHANGE, alerts::wake);
        wakeups.subscribe(Wakeups.ALERT_RULE, rules::changed);
        wakeups.subscribe(Wakeups.ALERT_RULE, watcher::wake);
        worker.start();
        follower.start();
        alerts.start();
        watcher.start();
    }

    /** Webhooks that are written to and never called. */
    void addTargets(Set<String> names) throws IOException {
        for (String name : names) {
            var unused = await(new TargetTable(database)
                    .put(new TargetTable.NewTarget(
                            name,
                            "webhook",
                            name,
                            name,
                            "zh",
                            Set.of("alert.raised"),
                            null,
                            null,
                            Scope.ALL,
                            true,
                            "bench")));
        }
    }

    /** Rules about measures are due at once. */
    void addRules(List<Rule> rules) throws IOException {
        for (Rule rule : rules) {
            Instant due = rule.when() instanceof Watched ? Instant.EPOCH : null;
            var unused = await(table.insert(new AlertRuleTable.NewRule(Json.write(rule), due), "bench"));
        }
    }

    void deleteRules() throws IOException {
        for (StoredRule rule : await(table.list())) {
            boolean unused = await(table.delete(rule.id(), "bench"));
        }
    }

    /** Returns once all can be found, rules have read all, and every rule about a measure was evaluated. */
    void take(List<List<NewReview>> batches) throws IOException {
        ReviewTable reviews = new ReviewTable(database);
        for (List<NewReview> batch : batches) {
            var unused = await(reviews.save(batch));
        }
        CatchUp.Mark saved = await(catchUp.mark());
        until(() -> await(catchUp.isAnalysed(saved)));
        CatchUp.Mark analysed = await(catchUp.mark());
        until(() -> isDone(analysed));
    }

    /** Something to ask again and again. */
    private interface Question {
        boolean ask() throws IOException;
    }

    private static void until(Question question) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Awaiting.LONGEST_SECONDS);
        while (!question.ask()) {
            if (System.nanoTime() > deadline) throw new IOException("saved reviews are not all followed up");
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private boolean isDone(CatchUp.Mark mark) throws IOException {
        return await(catchUp.isRead(mark, follower.position()))
                && await(catchUp.isRead(mark, alerts.position()))
                && await(feed.now().compose(table::due)) == 0;
    }

    /** About how many alerts there have ever been: they are numbered. */
    long alerts() throws IOException {
        AlertQuery newest = new AlertQuery(Set.of(), Set.of(), null, null, 1);
        return await(new AlertTable(database).list(Scope.ALL, newest)).stream()
                .mapToLong(StoredAlert::id)
                .findFirst()
                .orElse(0);
    }

    long reviews() {
        return index.size();
    }

    @Override
    public void close() throws IOException {
        await(watcher.stop().eventually(alerts::stop).eventually(worker::stop).eventually(follower::stop));
        index.close();
        await(database.close());
        await(vertx.close());
    }
}
