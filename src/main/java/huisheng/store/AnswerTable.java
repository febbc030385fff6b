package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;

/** Kept answers in PostgreSQL, so that every process on the database knows them. */
public final class AnswerTable implements KeptAnswers {
    /** How long a push may come again. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final long MAX_ROWS = 200_000;
    private static final long MAX_BYTES = 1L << 30;

    private static final String FIND = """
            SELECT request, counts, results FROM kept_answer
            WHERE key = $1 AND created_at > now() - make_interval(secs => $2)""";

    private static final String KEEP = """
            INSERT INTO kept_answer AS k (key, request, counts, results) VALUES ($1, $2, $3, $4)
            ON CONFLICT (key) DO UPDATE
            SET request = excluded.request, counts = excluded.counts, results = excluded.results, created_at = now()
            WHERE k.created_at <= now() - make_interval(secs => $5)
            RETURNING request, counts, results""";

    private static final String PRUNE = """
            DELETE FROM kept_answer k
            USING (SELECT key, created_at, row_number() OVER newest AS row,
                          sum(octet_length(results)) OVER newest AS bytes
                   FROM kept_answer WINDOW newest AS (ORDER BY created_at DESC, key)) AS s
            WHERE k.key = s.key
              AND (s.created_at <= now() - make_interval(secs => $1) OR s.row > $2 OR s.bytes > $3)""";

    private final Pool pool;
    private final Duration kept;
    private final long maxRows;

    public AnswerTable(Database database) {
        this(database, KEPT, MAX_ROWS);
    }

    AnswerTable(Database database, Duration kept, long maxRows) {
        this.pool = database.pool();
        this.kept = kept;
        this.maxRows = maxRows;
    }

    @Override
    public Future<Optional<KeptAnswer>> find(String key) {
        return pool.preparedQuery(FIND).execute(Tuple.of(key, seconds())).map(AnswerTable::first);
    }

    @Override
    public Future<KeptAnswer> keep(String key, KeptAnswer answer) {
        Tuple parameters = Tuple.of(key, answer.request(), answer.counts(), answer.results(), seconds());
        return pool.preparedQuery(KEEP)
                .execute(parameters)
                .map(AnswerTable::first)
                .compose(inserted -> inserted.isPresent()
                        ? Future.succeededFuture(inserted.get())
                        : find(key).map(found -> found.orElse(answer)));
    }

    /** Deletes what is too old, and the oldest where there are too many. @return how many */
    public Future<Integer> prune() {
        return pool.preparedQuery(PRUNE)
                .execute(Tuple.of(seconds(), maxRows, MAX_BYTES))
                .map(RowSet::rowCount);
    }

    private double seconds() {
        return kept.toMillis() / 1e3;
    }

    private static Optional<KeptAnswer> first(RowSet<Row> rows) {
        var all = rows.iterator();
        if (!all.hasNext()) return Optional.empty();
        Row row = all.next();
        return Optional.of(new KeptAnswer(row.getString("request"), row.getString("counts"), row.getBuffer("results")));
    }
}
