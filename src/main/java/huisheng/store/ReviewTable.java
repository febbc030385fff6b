package huisheng.store;

import huisheng.review.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes reviews. Safe from any thread and any number of processes. */
public final class ReviewTable {
    static final String INPUT = """
            unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                   $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::int[], $15::int[], $16::text[],
                   $17::text[], $18::timestamptz[], $19::int[], $20::text[], $21::text[], $22::text[], $23::text[])
                AS i (channel, external_id, kind, parent, brand, product, product_name, store, region, author_key,
                      author_level, author_age_band, author_gender, author_purchases, rating, text, language,
                      written_at, likes, url, variant, attributes, pii)""";

    /** What a new version of a review is: all but its likes, which only replace the old number. */
    private static final String CONTENT = """
            %1$s.kind, %1$s.parent, %1$s.brand, %1$s.product, %1$s.product_name, %1$s.store, %1$s.region,
            %1$s.author_key, %1$s.author_level, %1$s.author_age_band, %1$s.author_gender, %1$s.author_purchases,
            %1$s.rating, %1$s.text, %1$s.language, %1$s.written_at, %1$s.url, %1$s.variant, %1$s.attributes, %1$s.pii""";

    static final String COLUMNS = """
            kind, parent, brand, product, product_name, store, region, author_key, author_level, author_age_band,
            author_gender, author_purchases, rating, text, language, written_at, url, variant, attributes, pii""";

    private static final String CHANGED =
            "(" + CONTENT.formatted("r") + ") IS DISTINCT FROM (" + CONTENT.formatted("excluded") + ")";

    private static final String SAVE =
            """
            WITH saved AS (
                INSERT INTO review AS r (channel, external_id, likes, %1$s)
                SELECT channel, external_id, likes, kind, parent, brand, product, product_name, store, region,
                       author_key, author_level, author_age_band, author_gender, author_purchases, rating, text,
                       language, written_at, url, variant, attributes::jsonb, pii::jsonb
                FROM %2$s
                ON CONFLICT (channel, external_id) DO UPDATE
                SET (likes, updated_at, version, %1$s)
                    = (excluded.likes, now(), r.version + (%3$s)::int, %4$s)
                WHERE (r.likes <> excluded.likes OR %3$s) AND %5$s
                RETURNING r.id, r.channel, r.external_id, r.updated_at IS NULL AS fresh
            ), queued AS (
                INSERT INTO analysis_task AS t (review_id, priority)
                SELECT id, 0 FROM saved
                ON CONFLICT (review_id) DO UPDATE
                SET priority = 0, enqueued_at = now(), due_at = now(), attempts = 0, last_error = NULL
            )
            SELECT id, channel, external_id, fresh FROM saved""".formatted(COLUMNS, INPUT, CHANGED, CONTENT.formatted("excluded"), ScopeSql.condition("r", 24));

    private static final String IDS = """
            SELECT r.id, r.channel, r.external_id, coalesce(%s, false) AS admitted
            FROM unnest($1::text[], $2::text[]) AS i (channel, external_id)
            JOIN review r ON r.channel = i.channel AND r.external_id = i.external_id""".formatted(ScopeSql.condition("r", 3));

    private final Pool pool;
    private final Wakeups wakeups;

    public ReviewTable(Database database) {
        this.pool = database.pool();
        this.wakeups = database.wakeups();
    }

    /** The same for who sees everything. */
    public Future<List<Saved>> save(List<NewReview> batch) {
        return save(batch, Scope.ALL);
    }

    /**
     * Saves a batch in one transaction, its tasks for the analysis with it. Answers in input order, after the commit.
     * A key that stands several times in the batch goes through as if its reviews had come one after another.
     *
     * @param scope of the sender: what is there and outside of it stays as it is, and is {@link Status#FOREIGN}
     */
    public Future<List<Saved>> save(List<NewReview> batch, Scope scope) {
        if (batch.isEmpty()) return Future.succeededFuture(List.of());
        List<List<Item>> waves = waves(batch);
        return Retry.onConflict(() -> pool.withTransaction(connection -> save(connection, waves, scope, batch.size())))
                .onSuccess(saved -> {
                    if (saved.stream().anyMatch(ReviewTable::isNews)) wakeups.ring(Wakeups.TASK);
                });
    }

    private static boolean isNews(Saved saved) {
        return saved.status() == Status.ACCEPTED || saved.status() == Status.UPDATED;
    }

    /**
     * Each wave holds a key once, because one statement cannot touch a row twice; every wave is sorted by key, because
     * two transactions that lock the same keys in opposite order would deadlock.
     */
    private static List<List<Item>> waves(List<NewReview> batch) {
        Map<Key, Integer> seen = new HashMap<>();
        Map<Integer, List<Item>> waves = new TreeMap<>();
        for (int i = 0; i < batch.size(); i++) {
            Item item = new Item(i, Key.of(batch.get(i)), batch.get(i));
            int wave = seen.merge(item.key, 1, Integer::sum);
            waves.computeIfAbsent(wave, w -> new ArrayList<>()).add(item);
        }
        waves.values().forEach(wave -> wave.sort(Comparator.comparing(Item::key)));
        return List.copyOf(waves.values());
    }

    private static Future<List<Saved>> save(SqlConnection connection, List<List<Item>> waves, Scope scope, int size) {
        Saved[] saved = new Saved[size];
        Future<Void> done = Future.succeededFuture();
        for (List<Item> wave : waves) done = done.compose(v -> saveWave(connection, wave, scope, saved));
        return done.map(v -> List.copyOf(Arrays.asList(saved)));
    }

    private static Future<Void> saveWave(SqlConnection connection, List<Item> wave, Scope scope, Saved[] saved) {
        Map<Key, Item> open = new HashMap<>();
        wave.forEach(item -> open.put(item.key, item));
        Tuple arrays = ReviewArrays.of(wave.stream().map(Item::review).toList());
        return connection
                .preparedQuery(SAVE)
                .execute(ScopeSql.bind(arrays, scope))
                .compose(rows -> {
                    for (Row row : rows) {
                        Status status = row.getBoolean("fresh") ? Status.ACCEPTED : Status.UPDATED;
                        take(open, row, saved, status);
                    }
                    return open.isEmpty() ? Future.succeededFuture() : findDuplicates(connection, open, scope, saved);
                });
    }

    /** Rows that the statement left as they are: it has locked them, so they are committed and stay. */
    private static Future<Void> findDuplicates(
            SqlConnection connection, Map<Key, Item> open, Scope scope, Saved[] saved) {
        Set<Key> keys = open.keySet();
        Tuple arrays = Tuple.tuple()
                .addArrayOfString(keys.stream().map(Key::channel).toArray(String[]::new))
                .addArrayOfString(keys.stream().map(Key::externalId).toArray(String[]::new));
        return connection
                .preparedQuery(IDS)
                .execute(ScopeSql.bind(arrays, scope))
                .map(rows -> {
                    for (Row row : rows) {
                        take(open, row, saved, row.getBoolean("admitted") ? Status.DUPLICATE : Status.FOREIGN);
                    }
                    if (!open.isEmpty()) throw new IllegalStateException(open.size() + " saved reviews are not there");
                    return null;
                });
    }

    private static void take(Map<Key, Item> open, Row row, Saved[] saved, Status status) {
        Item item = open.remove(new Key(row.getString("channel"), row.getString("external_id")));
        if (item != null) saved[item.index] = new Saved(row.getLong("id"), status);
    }

    private record Item(int index, Key key, NewReview review) {}

    private record Key(String channel, String externalId) implements Comparable<Key> {
        static Key of(NewReview review) {
            return new Key(
                    Texts.storable(review.review().channel()),
                    Texts.storable(review.review().externalId()));
        }

        @Override
        public int compareTo(Key other) {
            int byChannel = channel.compareTo(other.channel);
            return byChannel != 0 ? byChannel : externalId.compareTo(other.externalId);
        }
    }
}
