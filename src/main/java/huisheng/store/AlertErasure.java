package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

/**
 * What goes from alerts together with reviews that are erased: their words where somebody has quoted them in a comment,
 * and in notices that are not told yet. Alerts themselves hold ids and places only.
 */
final class AlertErasure {
    /** Of whatever alert: which reviews an alert about a measure showed when it was commented on is nowhere kept. */
    private static final String COMMENTS = """
            WITH q AS MATERIALIZED (SELECT quotations($1::text[]) AS quotes)
            UPDATE alert_log l SET comment = without_quotations(l.comment, q.quotes)
            FROM q
            WHERE l.comment IS NOT NULL AND l.comment <> without_quotations(l.comment, q.quotes)""";

    /** A notice ends with the words of the review that it tells of, in its own quotation marks. */
    private static final String NOTICES = """
            UPDATE outbox_event o
            SET body = (o.body::jsonb || jsonb_build_object('text', jsonb_build_object(
                    'zh', regexp_replace(o.body::jsonb #>> '{text,zh}', '\\n「.*」$', ''),
                    'en', regexp_replace(o.body::jsonb #>> '{text,en}', '\\n“.*”$', ''))))::text
            WHERE o.body IS NOT NULL AND o.key ~ '^alert:[0-9]+:' AND EXISTS (
                SELECT FROM alert_match m
                WHERE m.review_id = ANY ($1::bigint[]) AND m.alert_id = split_part(o.key, ':', 2)::bigint
                UNION ALL
                SELECT FROM alert a, jsonb_array_elements(a.body -> 'evidence') e
                WHERE a.id = split_part(o.key, ':', 2)::bigint AND (e ->> 'id')::bigint = ANY ($1::bigint[]))""";

    private AlertErasure() {}

    static Future<Void> erase(SqlConnection connection, Quoted quoted) {
        return connection
                .preparedQuery(COMMENTS)
                .execute(Tuple.tuple().addArrayOfString(quoted.words()))
                .compose(done ->
                        connection.preparedQuery(NOTICES).execute(Tuple.tuple().addArrayOfLong(quoted.ids())))
                .mapEmpty();
    }
}
