package huisheng.store;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A statement that a connection does not keep is parsed and planned with every batch. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementCacheIT {
    private final Vertx vertx = Vertx.vertx();
    private Database database;

    /** One connection alone, so that it can be asked what it keeps. */
    @BeforeAll
    void openDatabase() {
        DatabaseSettings shared = DatabaseSettings.at(EmbeddedDatabases.url());
        database = await(Database.open(vertx, new DatabaseSettings(shared.url(), shared.data(), shared.port(), 1)));
    }

    @AfterAll
    void closeDatabase() {
        await(database.close());
        await(vertx.close());
    }

    @Test
    void save_isKeptByItsConnection() {
        await(new ReviewTable(database).save(List.of(Reviews.of("1", "瓶口漏酒"))));
        assertThat(kept("%INSERT INTO review AS r%")).isEqualTo(1);
    }

    private long kept(String like) {
        return await(database.pool()
                        .query("SELECT count(*) AS n FROM pg_prepared_statements WHERE statement LIKE '" + like + "'")
                        .execute())
                .iterator()
                .next()
                .getLong("n");
    }
}
