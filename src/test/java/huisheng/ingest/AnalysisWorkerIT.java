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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
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
        assertThat(askedUntilDone(AnalysisWorker.MANY_PUSHED)).isGreaterThan(10);
    }

    @Test
    void work_whileFewArePushed_goesOnAtOnce() {
        // once before the review's batch and once or twice before empty ones
        assertThat(askedUntilDone(AnalysisWorker.MANY_PUSHED - 1)).isLessThan(5);
    }

    /** How often the worker asked how many are being pushed before the review was analysed. */
    private int askedUntilDone(int pushing) {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger before = new AtomicInteger();
        IntSupplier counting = () -> {
            asked.incrementAndGet();
            return pushing;
        };
        AnalysisWorker worker = new AnalysisWorker(
                vertx,
                queue,
                () -> {
                    before.compareAndSet(0, asked.get());
                    return pipeline;
                },
                1,
                100,
                counting);
        worker.start();
        Waiting.until(() -> waiting() == 0);
        await(worker.stop());
        return before.get();
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
