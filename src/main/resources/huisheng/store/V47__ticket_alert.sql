-- Whoever looks at an alert asks which ticket was made of it.
ALTER TABLE ticket ADD COLUMN alert_id bigint GENERATED ALWAYS AS ((body #>> '{origin,alert}')::bigint) STORED;
CREATE INDEX ticket_alert ON ticket (alert_id) WHERE alert_id IS NOT NULL;
COMMENT ON COLUMN ticket.alert_id IS 'The alert that it was made of. 来自哪条预警';
