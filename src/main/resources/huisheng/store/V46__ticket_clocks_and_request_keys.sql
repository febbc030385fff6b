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

-- What a caller asks under an Idempotency-Key is done in the transaction that writes its entry, or not at all: the key
-- stands with the entry.
ALTER TABLE history ADD COLUMN request_key text, ADD COLUMN request text;
CREATE UNIQUE INDEX history_request_key ON history (request_key) WHERE request_key IS NOT NULL;
COMMENT ON COLUMN history.request_key IS 'Caller and Idempotency-Key as SHA-256. 幂等键';
COMMENT ON COLUMN history.request IS 'Address and body of that request as SHA-256';

CREATE OR REPLACE FUNCTION history_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND current_setting('huisheng.erasing', true) = 'on'
        AND (NEW.subject, NEW.subject_id, NEW.version, NEW.happened_at, NEW.done_by, NEW.kind)
          = (OLD.subject, OLD.subject_id, OLD.version, OLD.happened_at, OLD.done_by, OLD.kind)
        AND (NEW.request_key, NEW.request) IS NOT DISTINCT FROM (OLD.request_key, OLD.request) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'history is only added to' USING ERRCODE = 'restrict_violation';
END $$;

-- What falls due is looked for every minute among what is open.
CREATE INDEX ticket_open ON ticket (id) WHERE state NOT IN ('closed', 'cancelled');
CREATE INDEX playbook_run_open ON playbook_run (id) WHERE ended_at IS NULL;
