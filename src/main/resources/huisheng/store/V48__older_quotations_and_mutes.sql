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
