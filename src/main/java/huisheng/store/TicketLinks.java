package huisheng.store;

import huisheng.review.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The reviews that tickets are about, and what their writers were answered. */
public final class TicketLinks {
    /** Of one ticket. */
    public static final int MAX_REVIEWS = 500;

    /** Of one ticket. */
    public static final int MAX_REPLIES = 500;

    /** The lock makes an erasure under way wait, or finds it done: no link is left to a review that is gone. */
    private static final String LOCK = """
            SELECT r.id FROM review r WHERE r.id = ANY ($1) AND %s AND %s
            ORDER BY r.channel COLLATE "C", r.external_id COLLATE "C" FOR KEY SHARE""".formatted(ScopeSql.condition("r", 2), ScopeSql.condition("r", 7));

    private static final String LINK = """
            INSERT INTO ticket_review (ticket_id, review_id, linked_by, linked_at)
            SELECT $1, i, $3, $4 FROM unnest($2::bigint[]) i ON CONFLICT DO NOTHING""";
    private static final String COUNT = "SELECT count(*) FROM ticket_review WHERE ticket_id = $1";
    private static final String UNLINK = "DELETE FROM ticket_review WHERE ticket_id = $1 AND review_id = $2";
    private static final String REPLY = """
            INSERT INTO ticket_reply (ticket_id, review_id, text, channel, replied_by, replied_at)
            SELECT l.ticket_id, l.review_id, $3, $4, $5, $6
            FROM ticket_review l WHERE l.ticket_id = $1 AND l.review_id = $2""";
    private static final String REVIEWS = """
            SELECT l.review_id FROM ticket_review l JOIN review r ON r.id = l.review_id
            WHERE l.ticket_id = $1 AND %s ORDER BY l.review_id LIMIT $7""".formatted(ScopeSql.condition("r", 2));
    private static final String REPLIES = """
            SELECT p.review_id, p.text, p.channel, p.replied_by, p.replied_at
            FROM ticket_reply p JOIN review r ON r.id = p.review_id
            WHERE p.ticket_id = $1 AND %s ORDER BY p.replied_at, p.id LIMIT $7""".formatted(ScopeSql.condition("r", 2));

    private final Pool pool;

    public TicketLinks(Database database) {
        this.pool = database.pool();
    }

    /** Numbers of the linked reviews that the scope admits, in order. */
    public Future<List<Long>> reviews(Scope scope, long ticket) {
        Tuple parameters = ScopeSql.bind(Tuple.of(ticket), scope).addLong((long) MAX_REVIEWS);
        return pool.preparedQuery(REVIEWS).execute(parameters).map(rows -> {
            List<Long> ids = new ArrayList<>(rows.size());
            for (Row row : rows) ids.add(row.getLong("review_id"));
            return ids;
        });
    }

    /** Replies about reviews that the scope admits, oldest first. */
    public Future<List<Reply>> replies(Scope scope, long ticket) {
        Tuple parameters = ScopeSql.bind(Tuple.of(ticket), scope).addLong((long) MAX_REPLIES);
        return pool.preparedQuery(REPLIES).execute(parameters).map(rows -> {
            List<Reply> replies = new ArrayList<>(rows.size());
            for (Row row : rows) {
                replies.add(new Reply(
                        row.getLong("review_id"),
                        row.getString("text"),
                        row.getString("replied_by"),
                        ReviewRows.time(row, "replied_at"),
                        row.getString("channel")));
            }
            return replies;
        });
    }

    /** Fails with {@link NotLinkable} unless both scopes admit all of them. */
    static Future<Void> lock(SqlConnection connection, Scope scope, Scope about, Set<Long> reviews) {
        if (reviews.isEmpty()) return Future.succeededFuture();
        Tuple parameters = Tuple.tuple().addArrayOfLong(reviews.toArray(Long[]::new));
        return connection
                .preparedQuery(LOCK)
                .execute(ScopeSql.bind(ScopeSql.bind(parameters, scope), about))
                .map(rows -> {
                    Set<Long> missing = new TreeSet<>(reviews);
                    for (Row row : rows) missing.remove(row.getLong("id"));
                    if (!missing.isEmpty()) throw new NotLinkable(List.copyOf(missing));
                    return null;
                });
    }

    static Future<Void> link(SqlConnection connection, long ticket, Set<Long> reviews, NewEntry entry) {
        if (reviews.isEmpty()) return Future.succeededFuture();
        Tuple parameters = Tuple.of(ticket)
                .addArrayOfLong(reviews.toArray(Long[]::new))
                .addString(Texts.storable(entry.by()))
                .addOffsetDateTime(entry.at().atOffset(ZoneOffset.UTC));
        return connection
                .preparedQuery(LINK)
                .execute(parameters)
                .compose(linked -> connection.preparedQuery(COUNT).execute(Tuple.of(ticket)))
                .map(rows -> {
                    if (rows.iterator().next().getLong(0) > MAX_REVIEWS) throw new TooMany(MAX_REVIEWS);
                    return null;
                });
    }

    static Future<Void> unlink(SqlConnection connection, long ticket, long review) {
        return connection
                .preparedQuery(UNLINK)
                .execute(Tuple.of(ticket, review))
                .map(rows -> {
                    if (rows.rowCount() == 0) throw new NotLinkable(List.of(review));
                    return null;
                });
    }

    static Future<Void> reply(SqlConnection connection, long ticket, Reply reply) {
        Tuple parameters = Tuple.of(
                ticket,
                reply.review(),
                Texts.storable(reply.text()),
                Texts.storable(reply.channel()),
                Texts.storable(reply.by()),
                reply.at().atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(REPLY).execute(parameters).map(rows -> {
            if (rows.rowCount() == 0) throw new NotLinkable(List.of(reply.review()));
            return null;
        });
    }
}
