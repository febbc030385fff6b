package huisheng.store;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.review.Scope;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A database for a test class, and short ways to use it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreTest {
    final Vertx vertx = Vertx.vertx();
    private @Nullable Database database;

    @BeforeAll
    void openDatabase() {
        database = EmbeddedDatabases.open(vertx);
    }

    @AfterAll
    void closeDatabase() {
        EmbeddedDatabases.await(database().close());
        EmbeddedDatabases.await(vertx.close());
    }

    Database database() {
        return Objects.requireNonNull(database);
    }

    @CanIgnoreReturnValue
    List<Saved> save(NewReview... batch) {
        return EmbeddedDatabases.await(new ReviewTable(database()).save(List.of(batch)));
    }

    ReviewState find(long id) {
        return EmbeddedDatabases.await(new ReviewReader(database()).find(Scope.ALL, id))
                .orElseThrow();
    }

    int work(int limit) {
        return EmbeddedDatabases.await(new AnalysisQueue(database()).work(limit, Reviews::analyse));
    }

    void analyseAll() {
        int taken;
        do taken = work(100);
        while (taken > 0);
    }

    long number(String sql) {
        return EmbeddedDatabases.await(database().pool().query(sql).execute())
                .iterator()
                .next()
                .getLong(0);
    }
}
