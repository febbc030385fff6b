package huisheng.store;

import java.util.List;

/**
 * What goes from tickets, cases and playbooks together with reviews that are erased: links, replies, and their words
 * wherever somebody has quoted them, in the history too. That is the one thing for which the history is ever rewritten.
 */
final class LoopErasure {
    /** Parameter: numbers of the reviews, which are locked and still there, like their old versions. */
    static final List<String> STATEMENTS = List.of(
            "SELECT set_config('huisheng.erasing', CASE WHEN $1::bigint[] IS NULL THEN 'off' ELSE 'on' END, true)",
            document("ticket", "SELECT ticket_id AS id FROM ticket_review WHERE review_id = ANY ($1::bigint[])"),
            document("case_file", "SELECT case_id AS id FROM case_review WHERE review_id = ANY ($1::bigint[])"),
            document("playbook_run", """
                    SELECT p.id FROM playbook_run p JOIN ticket_review l USING (ticket_id)
                    WHERE l.review_id = ANY ($1::bigint[])"""),
            "DELETE FROM ticket_reply WHERE review_id = ANY ($1::bigint[])",
            "DELETE FROM ticket_review WHERE review_id = ANY ($1::bigint[])",
            "DELETE FROM case_review WHERE review_id = ANY ($1::bigint[])");

    private LoopErasure() {}

    /** A new version, so that nobody who read the old one writes it back; and a history without the words. */
    private static String document(String table, String linked) {
        return """
                WITH linked AS (
                    SELECT DISTINCT id FROM (%2$s) l
                ), quoted AS (
                    SELECT coalesce(array_agg(text), '{}') AS texts FROM (
                        SELECT text FROM review WHERE id = ANY ($1::bigint[])
                        UNION SELECT body ->> 'text' FROM review_version WHERE review_id = ANY ($1::bigint[])) t
                ), changed AS (
                    UPDATE %1$s d SET version = d.version + 1, body = without_quotes(d.body, q.texts)
                    FROM linked l, quoted q WHERE d.id = l.id
                    RETURNING d.id, d.version
                ), told AS (
                    INSERT INTO history (subject, subject_id, version, happened_at, done_by, kind, changes)
                    SELECT '%1$s', id, version, now(), 'huisheng', 'erased', '{}' FROM changed
                )
                UPDATE history h
                SET changes = without_quotes(h.changes, q.texts),
                    note = without_quotes(to_jsonb(h.note), q.texts) #>> '{}'
                FROM linked l, quoted q WHERE h.subject = '%1$s' AND h.subject_id = l.id""".formatted(table, linked);
    }
}
