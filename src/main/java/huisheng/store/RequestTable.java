package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** Request keys, which stand with the entries of the history that they led to. */
public final class RequestTable implements RequestKeys {
    private static final String FIND = "SELECT subject_id, request FROM history WHERE request_key = $1";

    private final Pool pool;

    public RequestTable(Database database) {
        this.pool = database.pool();
    }

    @Override
    public Future<Optional<Made>> find(String key) {
        return pool.preparedQuery(FIND).execute(Tuple.of(key)).map(rows -> {
            if (rows.size() == 0) return Optional.empty();
            Row row = rows.iterator().next();
            return Optional.of(new Made(row.getLong("subject_id"), row.getString("request")));
        });
    }
}
