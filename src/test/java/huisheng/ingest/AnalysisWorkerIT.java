package huisheng.ingest;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import huisheng.store.AnalysisQueue;
import huisheng.store.Database;
import huisheng.store.EmbeddedDatabases;
import huisheng.store.ReviewTable;
import huisheng.store.Reviews;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnalysisWorkerIT {
    private final Vertx vertx = Vertx.vertx();
    private Pipeline pipeline;
    private Database database;
    private AnalysisQueue queue;

    @BeforeEach
    void push() throws IOException {
        pipeline = PipelineFactory.load(Path.of(""), "baijiu");
        database = EmbeddedDatabases.open(vertx);
        queue = new AnalysisQueue(database);
        await(new ReviewTable(database).save(List.of(Reviews.of("1", "瓶口漏酒"))));
    }

    @AfterEach
    void close() {
        await(database.close());
        await(vertx.close());
    }

    /** Whoever pushes waits for an answer; but a push that never ends must not hold up the analysis for ever. */
    @Test
    void work_whileManyArePushed_waitsAWhile() {
        AnalysisWorker worker = started(AnalysisWorker.MANY_PUSHED);
        await(vertx.timer(400, TimeUnit.MILLISECONDS));
        assertThat(waiting()).isEqualTo(1);
        Waiting.until(() -> waiting() == 0);
        await(worker.stop());
    }

    private AnalysisWorker started(int pushing) {
        AnalysisWorker worker = new AnalysisWorker(vertx, queue, () -> pipeline, 1, 100, () -> pushing);
        worker.start();
        return worker;
    }

    private long waiting() {
        return await(database.pool()
                        .query("SELECT count(*) AS n FROM analysis_task")
                        .execute())
                .iterator()
                .next()
                .getLong("n");
    }
}
