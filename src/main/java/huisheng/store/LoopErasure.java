package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/**
 * What goes from tickets, cases and playbooks together with reviews that are erased: links, replies, and their words
 * wherever somebody has quoted them, in the history too and in what waits to be told. That is the one thing for which the
 * history is ever rewritten.
 */
final class LoopErasure {
    private static final String ALLOW = "SELECT set_config('huisheng.erasing', 'on', true)";

    /** Before the links go by which the documents are found. */
    private static final List<String> QUOTATIONS = List.of(
            document("ticket", "tickets_once_about"),
            document("case_file", "cases_once_about"),
            document("playbook_run", "runs_once_about"),
            """
            UPDATE outbox_event e SET body = without_quotes(e.body::jsonb, $2::text[])::text
            FROM tickets_once_about($1::bigint[]) t (id)
            WHERE e.body IS NOT NULL AND e.key >= 'ticket:' || t.id || ':' AND e.key < 'ticket:' || t.id || ';'""");

    private static final List<String> LINKS = List.of(
            "DELETE FROM ticket_reply WHERE review_id = ANY ($1::bigint[])",
            "DELETE FROM ticket_review WHERE review_id = ANY ($1::bigint[])",
            "DELETE FROM case_review WHERE review_id = ANY ($1::bigint[])");

    private LoopErasure() {}

    /** @param ids of the author's reviews */
    static Future<Void> erase(SqlConnection connection, Long[] ids, Quoted quoted) {
        Tuple words = Tuple.tuple().addArrayOfLong(quoted.ids()).addArrayOfString(quoted.words());
        return all(connection, List.of(ALLOW), Tuple.tuple())
                .compose(allowed -> all(connection, QUOTATIONS, words))
                .compose(clean -> all(connection, LINKS, Tuple.tuple().addArrayOfLong(ids)));
    }

    private static Future<Void> all(SqlConnection connection, List<String> statements, Tuple parameters) {
        Future<Void> running = Future.succeededFuture();
        for (String statement : statements) {
            running = running.compose(done ->
                    connection.preparedQuery(statement).execute(parameters).mapEmpty());
        }
        return running;
    }

    /** A new version, so that nobody who read the old one writes it back; and a history without the words. */
    private static String document(String table, String about) {
        return """
                WITH changed AS (
                    UPDATE %1$s d SET version = d.version + 1, body = without_quotes(d.body, $2::text[])
                    FROM %2$s($1::bigint[]) l (id) WHERE d.id = l.id
                    RETURNING d.id, d.version
                ), told AS (
                    INSERT INTO history (subject, subject_id, version, happened_at, done_by, kind, changes)
                    SELECT '%1$s', id, version, now(), 'huisheng', 'erased', '{}' FROM changed
                )
                UPDATE history h
                SET changes = without_quotes(h.changes, $2::text[]),
                    note = without_quotes(to_jsonb(h.note), $2::text[]) #>> '{}'
                FROM %2$s($1::bigint[]) l (id) WHERE h.subject = '%1$s' AND h.subject_id = l.id""".formatted(table, about);
    }
}
