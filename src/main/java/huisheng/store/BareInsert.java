package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What PostgreSQL alone does with batches of reviews: the same columns into a table without any key or index, each batch
 * durable before the next one of its connection. The measure that {@link ReviewTable} is held against.
 */
public final class BareInsert {
    private static final String COLUMNS = ReviewTable.COLUMNS + ", channel, external_id, likes";
    private static final String CREATE =
            "CREATE TABLE bare_insert AS SELECT " + COLUMNS + ", received_at FROM review WHERE false";

    private static final String INSERT = """
            INSERT INTO bare_insert (%1$s, received_at)
            SELECT kind, parent, brand, product, product_name, store, region, author_key, author_level,
                   author_age_band, author_gender, author_purchases, rating, text, language, written_at, url, variant,
                   attributes::jsonb, pii::jsonb, channel, external_id, likes, now()
            FROM %2$s""".formatted(COLUMNS, ReviewTable.INPUT);

    private BareInsert() {}

    /** Makes the empty table. */
    public static Future<Void> prepare(Database database) {
        return drop(database)
                .compose(dropped -> database.pool().query(CREATE).execute())
                .mapEmpty();
    }

    /** Inserts all batches, at most {@code parallel} at a time. */
    public static Future<Void> run(Database database, List<List<NewReview>> batches, int parallel) {
        AtomicInteger next = new AtomicInteger();
        List<Future<Void>> lanes = new ArrayList<>();
        for (int i = 0; i < parallel; i++) lanes.add(lane(database.pool(), batches, next));
        return Future.all(lanes).mapEmpty();
    }

    private static Future<Void> lane(Pool pool, List<List<NewReview>> batches, AtomicInteger next) {
        int number = next.getAndIncrement();
        if (number >= batches.size()) return Future.succeededFuture();
        return pool.preparedQuery(INSERT)
                .execute(ReviewArrays.of(batches.get(number)))
                .compose(done -> lane(pool, batches, next));
    }

    public static Future<Void> drop(Database database) {
        return database.pool()
                .query("DROP TABLE IF EXISTS bare_insert")
                .execute()
                .mapEmpty();
    }
}
