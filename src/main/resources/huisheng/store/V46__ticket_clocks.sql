-- How long a ticket was worked on until it was implemented, pauses and the time that it was cancelled taken off.

-- Whatever was known of it before is filled in.
UPDATE ticket SET body = jsonb_set(body, '{clock,implementedAfter}', to_jsonb(
    floor(extract(epoch FROM implemented_at - registered_at))::bigint - coalesce((body #>> '{clock,paused}')::bigint, 0)))
WHERE implemented_at IS NOT NULL;

UPDATE ticket t SET body = jsonb_set(body, '{clock,cancelledAt}', to_jsonb(to_char(h.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
FROM (SELECT subject_id, max(happened_at) AS at FROM history WHERE subject = 'ticket' AND kind = 'cancel' GROUP BY 1) h
WHERE h.subject_id = t.id AND t.state = 'cancelled';

-- What was cancelled before anything was done has not come back when it is taken up again.
UPDATE ticket t SET body = jsonb_set(body, '{reopened}', to_jsonb(coalesce(h.times, 0)))
FROM (SELECT subject_id, count(*) FILTER (WHERE changes #>> '{clock.implementedAt,from}' IS NOT NULL) AS times
      FROM history WHERE subject = 'ticket' AND kind = 'reopen' GROUP BY 1) h
WHERE h.subject_id = t.id AND t.reopened <> h.times;

ALTER TABLE ticket
    ADD COLUMN paused bigint NOT NULL GENERATED ALWAYS AS (coalesce((body #>> '{clock,paused}')::bigint, 0)) STORED,
    ADD COLUMN implemented_after bigint GENERATED ALWAYS AS ((body #>> '{clock,implementedAfter}')::bigint) STORED;
COMMENT ON COLUMN ticket.implemented_after IS 'Seconds from the registration to the implementation, without pauses. 自登记至实施的净时长（秒）';
