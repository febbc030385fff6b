CREATE TABLE kept_answer (
    key text PRIMARY KEY,
    request text NOT NULL,
    counts text NOT NULL,
    results bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX kept_answer_age ON kept_answer (created_at);
-- compressed already
ALTER TABLE kept_answer ALTER COLUMN results SET STORAGE EXTERNAL;
COMMENT ON TABLE kept_answer IS 'Answers to pushes with an Idempotency-Key, for a day: key and request as SHA-256. 幂等键对应的应答，保留一天';
