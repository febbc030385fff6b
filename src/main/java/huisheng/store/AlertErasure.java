package huisheng.store;

import java.util.List;

/**
 * What goes from alerts together with reviews that are erased: their words where somebody has quoted them in a comment,
 * and in notices that are not told yet. Alerts themselves hold ids and places only.
 */
final class AlertErasure {
    private static final String FOUND = """
            SELECT m.alert_id FROM alert_match m WHERE m.review_id = ANY ($1::bigint[]) AND m.alert_id = %1$s
            UNION ALL
            SELECT a.id FROM alert a, jsonb_array_elements(a.body -> 'evidence') e
            WHERE a.id = %1$s AND (e ->> 'id')::bigint = ANY ($1::bigint[])""";

    private static final String COMMENTS = """
            WITH quoted AS (
                SELECT coalesce(array_agg(text), '{}') AS texts FROM (
                    SELECT text FROM review WHERE id = ANY ($1::bigint[])
                    UNION SELECT body ->> 'text' FROM review_version WHERE review_id = ANY ($1::bigint[])) t
            )
            UPDATE alert_log l SET comment = without_quotes(to_jsonb(l.comment), q.texts) #>> '{}'
            FROM quoted q
            WHERE l.comment IS NOT NULL AND EXISTS (%s)""".formatted(FOUND.formatted("l.alert_id"));

    /** A notice ends with the words of the review that it tells of, in its own quotation marks. */
    private static final String NOTICES = """
            UPDATE outbox_event o
            SET body = (o.body::jsonb || jsonb_build_object('text', jsonb_build_object(
                    'zh', regexp_replace(o.body::jsonb #>> '{text,zh}', '\\n「.*」$', ''),
                    'en', regexp_replace(o.body::jsonb #>> '{text,en}', '\\n“.*”$', ''))))::text
            WHERE o.body IS NOT NULL AND o.key ~ '^alert:[0-9]+:' AND EXISTS (%s)""".formatted(FOUND.formatted("split_part(o.key, ':', 2)::bigint"));

    /** Parameter: numbers of the reviews, which are locked and still there, like their old versions. */
    static final List<String> STATEMENTS = List.of(COMMENTS, NOTICES);

    private AlertErasure() {}
}
