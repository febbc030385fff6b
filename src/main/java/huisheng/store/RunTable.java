package huisheng.store;

import huisheng.review.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Playbooks under way and done. */
public final class RunTable {
    public static final int MAX_RUNS = 100;

    private static final String PAGE = "SELECT " + Documents.COLUMNS + """

            FROM playbook_run t
            WHERE %s AND ($6::bigint IS NULL OR t.ticket_id = $6) AND (NOT $7::boolean OR t.ended_at IS NULL)
            ORDER BY t.id DESC LIMIT $8""".formatted(ScopeSql.covers("t.about", 1));

    private final Documents documents = new Documents("playbook_run");
    private final Pool pool;

    public RunTable(Database database) {
        this.pool = database.pool();
    }

    public Future<StoredDocument> insert(Scope about, Revision first) {
        return pool.withTransaction(connection -> documents.insert(connection, about, first));
    }

    public Future<Optional<StoredDocument>> find(Scope scope, long id) {
        return documents.find(pool, scope, id);
    }

    /** @param change what it throws fails the future and changes nothing */
    public Future<Optional<StoredDocument>> change(Scope scope, long id, Function<StoredDocument, Revision> change) {
        return pool.withTransaction(connection -> documents
                .lock(connection, scope, id)
                .compose(now -> now.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : documents
                                .update(connection, id, change.apply(now.get()))
                                .map(Optional::of)));
    }

    /**
     * The {@link #MAX_RUNS} newest, newest first.
     *
     * @param ticket null for those of any
     */
    public Future<List<StoredDocument>> newest(Scope scope, @Nullable Long ticket, boolean open) {
        Tuple parameters = ScopeSql.bind(Tuple.tuple(), scope)
                .addValue(ticket)
                .addBoolean(open)
                .addLong((long) MAX_RUNS);
        return pool.preparedQuery(PAGE).execute(parameters).map(Documents::all);
    }
}
