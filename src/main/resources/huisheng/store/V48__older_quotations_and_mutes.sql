-- An alert about single reviews shows the newest of them only; which others it took up stands in its matches.
CREATE OR REPLACE FUNCTION runs_once_about(reviews bigint[]) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    SELECT id FROM playbook_run WHERE ticket_id IN (SELECT tickets_once_about(reviews))
    UNION
    SELECT p.id FROM playbook_run p JOIN alert a ON a.id = (p.body ->> 'alert')::bigint
    WHERE EXISTS (SELECT FROM jsonb_array_elements(a.body -> 'evidence') e WHERE (e ->> 'id')::bigint = ANY (reviews))
    UNION
    SELECT p.id FROM playbook_run p
    WHERE EXISTS (SELECT FROM alert_match m
                  WHERE m.alert_id = (p.body ->> 'alert')::bigint AND m.review_id = ANY (reviews))
$$;

-- The empty group stood for the whole rule as well as for what no group takes up, and V41 made all of it whole rules.
-- Those only administrators mute. Who is known and none of them meant the empty group; who is known no more, or came
-- with a token, cannot be told, and stays.
WITH known AS (
    SELECT login AS name, role = 'administrator' AS administers FROM access_user
    UNION ALL SELECT name, 'admin' = ANY (rights) FROM access_key
), narrowed AS (
    DELETE FROM alert_mute
    WHERE group_key IS NULL
      AND muted_by IN (SELECT name FROM known GROUP BY name HAVING NOT bool_or(administers))
    RETURNING rule_id, until, muted_by, muted_at
)
INSERT INTO alert_mute (rule_id, group_key, until, muted_by, muted_at)
SELECT rule_id, '', until, muted_by, muted_at FROM narrowed
ON CONFLICT ON CONSTRAINT alert_mute_once DO NOTHING;

-- V46 knew the pauses of a ticket as their sum alone and took those after the implementation off, too. The history
-- tells how long it had been paused by then.
UPDATE ticket t SET body = jsonb_set(t.body, '{clock,implementedAfter}', to_jsonb(known.after))
FROM (
    SELECT t.id, floor(extract(epoch FROM t.implemented_at - t.registered_at))::bigint - coalesce((
        SELECT (p.changes #>> '{clock.paused,to}')::bigint FROM history p
        WHERE p.subject = 'ticket' AND p.subject_id = t.id AND p.version <= i.version
          AND p.changes #>> '{clock.paused,to}' IS NOT NULL
        ORDER BY p.version DESC LIMIT 1), 0) AS after
    FROM ticket t
    CROSS JOIN LATERAL (
        SELECT max(h.version) AS version FROM history h
        WHERE h.subject = 'ticket' AND h.subject_id = t.id
          AND h.changes #>> '{clock.implementedAt,to}' = t.body #>> '{clock,implementedAt}') i
    WHERE t.implemented_at IS NOT NULL AND i.version IS NOT NULL
) known
WHERE known.id = t.id AND (t.body #>> '{clock,implementedAfter}')::bigint IS DISTINCT FROM known.after;
