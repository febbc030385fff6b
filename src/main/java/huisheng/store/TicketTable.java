package huisheng.store;

import huisheng.review.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tickets. Each change is one transaction with its entry of the history and what is told outside. */
public final class TicketTable {
    /** A ticket that ended has no clock. */
    private static final String PAGE = "SELECT " + Documents.COLUMNS + """

            FROM ticket t
            WHERE %s
              AND ($6::text[] IS NULL OR t.state = ANY ($6))
              AND ($7::text IS NULL OR t.owner = $7)
              AND ($8::text IS NULL OR t.team = $8)
              AND ($9::smallint IS NULL OR t.level = $9)
              AND ($10::timestamptz IS NULL OR (t.state NOT IN ('closed', 'cancelled') AND t.paused_since IS NULL AND (
                   (t.acknowledged_at IS NULL AND t.respond_due < $10)
                   OR (t.implemented_at IS NULL AND t.implement_due < $10))))
              AND ($11::text IS NULL OR t.about #> '{only,product}' ? $11)
              AND ($12::text IS NULL OR t.about #> '{only,region}' ? $12)
              AND ($13::text = '' OR t.grams @> query_grams($13))
              AND ($14::bigint IS NULL OR t.id < $14)
              AND ($15::bigint IS NULL OR t.alert_id = $15)
            ORDER BY t.id DESC LIMIT $16""".formatted(ScopeSql.covers("t.about", 1));

    private final Documents documents = new Documents("ticket");
    private final Pool pool;
    private final Wakeups wakeups;
    private final Function<StoredDocument, NewEvent> telling;

    /** @param telling what is told outside of a ticket that has just changed */
    public TicketTable(Database database, Function<StoredDocument, NewEvent> telling) {
        this.pool = database.pool();
        this.wakeups = database.wakeups();
        this.telling = telling;
    }

    /** @param reviews to be linked; ones that {@code scope} or {@code about} does not admit fail with {@link NotLinkable} */
    public Future<StoredDocument> insert(Scope scope, Scope about, Set<Long> reviews, Revision first) {
        return inTransaction(connection -> TicketLinks.lock(connection, scope, about, reviews)
                .compose(locked -> documents.insert(connection, about, first))
                .compose(stored -> TicketLinks.link(connection, stored.id(), reviews, first.entry())
                        .map(stored)));
    }

    public Future<Optional<StoredDocument>> find(Scope scope, long id) {
        return documents.find(pool, scope, id);
    }

    /** Newest first, as the clocks stand at {@code now}. */
    public Future<List<StoredDocument>> page(Scope scope, TicketFilter wanted, Instant now) {
        Tuple parameters = ScopeSql.bind(Tuple.tuple(), scope);
        parameters.addValue(wanted.states().isEmpty() ? null : wanted.states().toArray(String[]::new));
        parameters.addValue(wanted.owner());
        parameters.addValue(wanted.team());
        Integer level = wanted.level();
        parameters.addValue(level == null ? null : level.shortValue());
        parameters.addValue(wanted.overdue() ? now.atOffset(ZoneOffset.UTC) : null);
        parameters.addValue(wanted.product());
        parameters.addValue(wanted.region());
        parameters.addString(wanted.text());
        parameters.addValue(wanted.before());
        parameters.addValue(wanted.alert());
        parameters.addLong((long) wanted.limit());
        return pool.preparedQuery(PAGE).execute(parameters).map(Documents::all);
    }

    /** @param change makes the next version of the one that stands now; what it throws fails the future and undoes all */
    public Future<Optional<StoredDocument>> change(Scope scope, long id, Function<StoredDocument, Revision> change) {
        return change(scope, id, Set.of(), change, (connection, revision) -> Future.succeededFuture());
    }

    /** The same while reviews are linked, see {@link #insert}. */
    public Future<Optional<StoredDocument>> link(
            Scope scope, long id, Set<Long> reviews, Function<StoredDocument, Revision> change) {
        return change(
                scope,
                id,
                reviews,
                change,
                (connection, revision) -> TicketLinks.link(connection, id, reviews, revision.entry()));
    }

    /** The same while a review is let go. */
    public Future<Optional<StoredDocument>> unlink(
            Scope scope, long id, long review, Function<StoredDocument, Revision> change) {
        return change(
                scope, id, Set.of(), change, (connection, revision) -> TicketLinks.unlink(connection, id, review));
    }

    /** The same while a reply to the writer of a linked review is kept. */
    public Future<Optional<StoredDocument>> reply(
            Scope scope, long id, Reply reply, Function<StoredDocument, Revision> change) {
        return change(
                scope,
                id,
                Set.of(reply.review()),
                change,
                (connection, revision) -> TicketLinks.reply(connection, id, reply));
    }

    /** See {@link Documents#history}; of a ticket that the caller has found. */
    public Future<List<Entry>> history(long id, @Nullable Integer below, int limit) {
        return documents.history(pool, id, below == null ? Integer.MAX_VALUE : below, limit);
    }

    private interface Besides {
        Future<Void> write(SqlConnection connection, Revision revision);
    }

    /** Reviews are locked before the ticket, as an erasure does. */
    private Future<Optional<StoredDocument>> change(
            Scope scope, long id, Set<Long> reviews, Function<StoredDocument, Revision> change, Besides besides) {
        return documents.find(pool, scope, id).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture(Optional.empty());
            Scope about = found.get().about();
            return inTransaction(connection -> TicketLinks.lock(connection, scope, about, reviews)
                            .compose(locked -> documents.lock(connection, scope, id))
                            .compose(now -> {
                                Revision next = change.apply(now.orElseThrow());
                                return besides.write(connection, next)
                                        .compose(written -> documents.update(connection, id, next));
                            }))
                    .map(Optional::of);
        });
    }

    private Future<StoredDocument> inTransaction(Function<SqlConnection, Future<StoredDocument>> work) {
        Supplier<Future<StoredDocument>> transaction = () -> pool.withTransaction(connection -> work.apply(connection)
                .compose(stored -> OutboxTable.tell(connection, List.of(telling.apply(stored)))
                        .map(stored)));
        return Retry.onConflict(transaction).onSuccess(stored -> wakeups.ring(Wakeups.OUTBOX));
    }
}
