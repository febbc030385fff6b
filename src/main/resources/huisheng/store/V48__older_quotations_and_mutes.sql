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
