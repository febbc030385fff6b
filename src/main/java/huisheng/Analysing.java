package huisheng;

import huisheng.http.Sandbox;
import huisheng.http.SandboxDesk;
import huisheng.ingest.AnalysisWorker;
import huisheng.ingest.CopyFollower;
import huisheng.ingest.Outdated;
import huisheng.ingest.ReviewIntake;
import huisheng.ingest.sandbox.ActivePipeline;
import huisheng.ingest.sandbox.PackSandbox;
import huisheng.store.AnalysisQueue;
import huisheng.store.CopyWindow;
import huisheng.store.Database;
import huisheng.store.PackTable;
import huisheng.store.ReviewReader;
import huisheng.store.Wakeups;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** What reviews say: the reviews that wait for the pipeline, those that a new pack makes outdated, and the copies. */
final class Analysing {
    /** Copies are looked for once no more than this many reviews wait for the pipeline. */
    private static final int SMALL_BACKLOG = 5_000;

    private final Vertx vertx;
    private final Database database;
    private final Settings.Analysis settings;
    private final ActivePipeline pipeline;
    private final AnalysisQueue queue;
    private final Backlog backlog;

    Analysing(Vertx vertx, Database database, Settings.Analysis settings, ActivePipeline pipeline) {
        this.vertx = vertx;
        this.database = database;
        this.settings = settings;
        this.pipeline = pipeline;
        this.queue = new AnalysisQueue(database);
        this.backlog = new Backlog(vertx, queue, settings.maxBacklog());
    }

    Backlog backlog() {
        return backlog;
    }

    Future<Long> waiting() {
        return queue.backlog();
    }

    Sandbox sandbox(ReviewReader reader) {
        return new SandboxDesk(new PackSandbox(pipeline, new PackTable(database), reader, queue));
    }

    void start(ReviewIntake intake, Closing closing) {
        AnalysisWorker worker =
                new AnalysisWorker(vertx, queue, pipeline, settings.threads(), settings.batch(), intake::pushing);
        Outdated outdated = new Outdated(vertx, queue, () -> pipeline.get().version(), pipeline::isWanted);
        pipeline.onChange(outdated::wake);
        database.wakeups().subscribe(Wakeups.PACK, pipeline::follow);
        database.wakeups().subscribe(Wakeups.TASK, worker::wake);
        worker.start();
        closing.push(worker::stop);
        outdated.start();
        closing.push(outdated::stop);
        backlog.watch();
        closing.push(backlog::stop);
        watchCopies(closing);
    }

    private void watchCopies(Closing closing) {
        CopyFollower copies =
                new CopyFollower(vertx, new CopyWindow(database), () -> backlog.waiting() > SMALL_BACKLOG);
        database.wakeups().subscribe(Wakeups.CHANGE, copies::wake);
        copies.start();
        closing.push(copies::stop);
    }
}
