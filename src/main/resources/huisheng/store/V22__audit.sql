-- What was read, taken out and changed, by whom. Each entry's hash covers the one before, so that none can be changed,
-- left out or put in between unseen; the head tells which is the last.

CREATE TABLE audit_entry (
    id bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    action text NOT NULL,
    kind text NOT NULL,
    who bigint,
    name text NOT NULL,
    address text NOT NULL,
    method text NOT NULL,
    route text NOT NULL,
    path jsonb NOT NULL,
    parameters jsonb NOT NULL,
    filter jsonb NOT NULL,
    status integer NOT NULL,
    request text NOT NULL,
    hash text NOT NULL
);
COMMENT ON TABLE audit_entry IS 'Audit log: reads of verbatims, exports, changes, erasures, logins. 审计日志';
COMMENT ON COLUMN audit_entry.kind IS 'How the caller was known: key, user, token, or none';
COMMENT ON COLUMN audit_entry.address IS 'Of the caller, cut to its network. 截断的网络地址';
COMMENT ON COLUMN audit_entry.parameters IS 'Names of the query parameters; values only in filter, where they are no free text';
COMMENT ON COLUMN audit_entry.hash IS 'SHA-256 over the hash before and this entry, in hexadecimal';

CREATE TABLE audit_head (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    id bigint NOT NULL,
    hash text NOT NULL,
    seal text NOT NULL
);
INSERT INTO audit_head (id, hash, seal) VALUES (0, '', '');
COMMENT ON TABLE audit_head IS 'The last entry of the audit log, so that a cut tail is seen. 审计日志的末尾';
COMMENT ON COLUMN audit_head.seal IS 'HMAC over id and hash, by a key that the database does not hold';

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_entry_no_change BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
