-- The closed loop. A ticket, a case and a run of a playbook are each one JSON document of one version at a time; what is
-- filtered and counted by is generated from it, so the two cannot differ. Every version has one entry in `history`.

CREATE FUNCTION utc(written text) RETURNS timestamptz LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN written::timestamptz;
END $$;
COMMENT ON FUNCTION utc IS 'A time as the service writes it, with its zone: reading it depends on no setting';

-- No word list and no extension: a stretch of two characters is found wherever it stands, in Chinese as in "YL-500".
CREATE FUNCTION runs(written text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT run
    FROM regexp_split_to_table(lower(normalize(written, NFKC)), '[][\s!-/:-@\\^-`{-~。、“”‘’《》【】「」…—·]+') run
    WHERE run <> ''
$$;

CREATE FUNCTION text_grams(written text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT substr(run, i, n)), '{}')
    FROM runs(written) run, generate_series(1, length(run)) i, generate_series(1, 2) n
$$;
COMMENT ON FUNCTION text_grams IS 'Each character and each two neighbours of a text, to be searched in. 单字与双字切分';

CREATE FUNCTION query_grams(written text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT substr(run, i, 2)), '{}')
    FROM runs(written) run, generate_series(1, greatest(length(run) - 1, 1)) i
$$;
COMMENT ON FUNCTION query_grams IS 'Which of them are looked for: two neighbours each, or a character that stands alone';

CREATE TABLE ticket (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version integer NOT NULL DEFAULT 1,
    about jsonb NOT NULL,
    body jsonb NOT NULL,
    state text NOT NULL GENERATED ALWAYS AS (body ->> 'state') STORED,
    level smallint NOT NULL GENERATED ALWAYS AS ((body ->> 'level')::smallint) STORED,
    owner text GENERATED ALWAYS AS (body #>> '{work,owner}') STORED,
    team text GENERATED ALWAYS AS (body #>> '{work,team}') STORED,
    reopened integer NOT NULL GENERATED ALWAYS AS ((body ->> 'reopened')::integer) STORED,
    registered_at timestamptz NOT NULL GENERATED ALWAYS AS (utc(body #>> '{clock,registeredAt}')) STORED,
    respond_due timestamptz NOT NULL GENERATED ALWAYS AS (utc(body #>> '{clock,respondDue}')) STORED,
    implement_due timestamptz NOT NULL GENERATED ALWAYS AS (utc(body #>> '{clock,implementDue}')) STORED,
    acknowledged_at timestamptz GENERATED ALWAYS AS (utc(body #>> '{clock,acknowledgedAt}')) STORED,
    replied_at timestamptz GENERATED ALWAYS AS (utc(body #>> '{clock,repliedAt}')) STORED,
    implemented_at timestamptz GENERATED ALWAYS AS (utc(body #>> '{clock,implementedAt}')) STORED,
    closed_at timestamptz GENERATED ALWAYS AS (utc(body #>> '{clock,closedAt}')) STORED,
    paused_since timestamptz GENERATED ALWAYS AS (utc(body #>> '{clock,pausedSince}')) STORED,
    grams text[] NOT NULL GENERATED ALWAYS AS (text_grams((body ->> 'title') || ' ' || (body ->> 'problem'))) STORED
);
CREATE INDEX ticket_registered ON ticket (registered_at);
CREATE INDEX ticket_grams ON ticket USING gin (grams);
COMMENT ON TABLE ticket IS 'Problems and what is done about them: registered, planned, implemented, verified, closed. 问题工单：登记、方案、责任人、验收标准';
COMMENT ON COLUMN ticket.about IS 'The scope of reviews it may rest on; who may not see all of that does not see it. 数据范围';
COMMENT ON COLUMN ticket.respond_due IS 'Until when somebody answers: 24, 48 or 72 hours by level, later by what it was paused. 首次响应期限';
COMMENT ON COLUMN ticket.implement_due IS '整改期限';

CREATE TABLE ticket_review (
    ticket_id bigint NOT NULL,
    review_id bigint NOT NULL,
    linked_by text NOT NULL,
    linked_at timestamptz NOT NULL,
    PRIMARY KEY (ticket_id, review_id)
);
CREATE INDEX ticket_review_review ON ticket_review (review_id);
COMMENT ON TABLE ticket_review IS 'Reviews that a ticket is about. 工单关联的评论';

CREATE TABLE ticket_reply (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id bigint NOT NULL,
    review_id bigint NOT NULL,
    text text NOT NULL,
    channel text NOT NULL,
    replied_by text NOT NULL,
    replied_at timestamptz NOT NULL
);
CREATE INDEX ticket_reply_ticket ON ticket_reply (ticket_id);
CREATE INDEX ticket_reply_review ON ticket_reply (review_id);
COMMENT ON TABLE ticket_reply IS 'What customers were answered, masked. 给客户的回复（已脱敏）';

CREATE TABLE case_file (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version integer NOT NULL DEFAULT 1,
    about jsonb NOT NULL,
    body jsonb NOT NULL,
    type text NOT NULL GENERATED ALWAYS AS (body ->> 'type') STORED,
    impact text NOT NULL GENERATED ALWAYS AS (body ->> 'impact') STORED,
    audience text NOT NULL GENERATED ALWAYS AS (body ->> 'audience') STORED,
    archived boolean NOT NULL GENERATED ALWAYS AS ((body ->> 'archived')::boolean) STORED,
    review_due timestamptz NOT NULL GENERATED ALWAYS AS (utc(body ->> 'reviewDue')) STORED,
    ticket_id bigint GENERATED ALWAYS AS ((body ->> 'ticket')::bigint) STORED,
    grams text[] NOT NULL GENERATED ALWAYS AS (text_grams((body ->> 'title') || ' ' || (body ->> 'problem')
        || ' ' || (body ->> 'directCause') || ' ' || (body ->> 'deeperCause') || ' ' || (body ->> 'measures')
        || ' ' || (body ->> 'effect'))) STORED
);
CREATE UNIQUE INDEX case_file_ticket ON case_file (ticket_id);
CREATE INDEX case_file_grams ON case_file USING gin (grams);
CREATE INDEX case_file_due ON case_file (review_due) WHERE NOT archived;
COMMENT ON TABLE case_file IS 'What was learnt of problems that were solved. 案例库';
COMMENT ON COLUMN case_file.audience IS 'Who may read it: everyone, those who handle tickets, or administrators. 可见角色';
COMMENT ON COLUMN case_file.review_due IS 'From then on it is taken for stale and archived. 复审日期';

CREATE TABLE case_review (
    case_id bigint NOT NULL,
    review_id bigint NOT NULL,
    PRIMARY KEY (case_id, review_id)
);
CREATE INDEX case_review_review ON case_review (review_id);
COMMENT ON TABLE case_review IS 'Reviews that show what a case tells. 案例的证据评论';

CREATE TABLE standard_procedure (
    name text PRIMARY KEY,
    version integer NOT NULL,
    body jsonb,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL
);
COMMENT ON TABLE standard_procedure IS 'Procedures and playbooks put over those that the product ships. 标准处置流程与危机预案';
COMMENT ON COLUMN standard_procedure.body IS 'Null where it was taken away; the version goes on';

CREATE TABLE playbook_run (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version integer NOT NULL DEFAULT 1,
    about jsonb NOT NULL,
    body jsonb NOT NULL,
    ticket_id bigint GENERATED ALWAYS AS ((body ->> 'ticket')::bigint) STORED,
    ended_at timestamptz GENERATED ALWAYS AS (utc(body ->> 'endedAt')) STORED
);
CREATE INDEX playbook_run_ticket ON playbook_run (ticket_id);
COMMENT ON TABLE playbook_run IS 'A crisis playbook under its clock. 危机预案的执行';

CREATE TABLE history (
    subject text NOT NULL CHECK (subject IN ('ticket', 'case_file', 'playbook_run')),
    subject_id bigint NOT NULL,
    version integer NOT NULL,
    happened_at timestamptz NOT NULL,
    done_by text NOT NULL,
    kind text NOT NULL,
    changes jsonb NOT NULL,
    note text,
    PRIMARY KEY (subject, subject_id, version)
);
COMMENT ON TABLE history IS 'Who changed what and when, an entry a version; never rewritten but where an erasure takes a quotation out. 变更历史（只增不改）';
COMMENT ON COLUMN history.changes IS 'By field, what it was and what it became';

CREATE FUNCTION history_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND current_setting('huisheng.erasing', true) = 'on'
        AND (NEW.subject, NEW.subject_id, NEW.version, NEW.happened_at, NEW.done_by, NEW.kind)
          = (OLD.subject, OLD.subject_id, OLD.version, OLD.happened_at, OLD.done_by, OLD.kind) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'history is only added to' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER history_stays BEFORE UPDATE OR DELETE ON history FOR EACH ROW EXECUTE FUNCTION history_stays();
CREATE TRIGGER history_is_kept BEFORE TRUNCATE ON history FOR EACH STATEMENT EXECUTE FUNCTION history_stays();

-- A text that is quoted whole goes first, then each clause of it that is long enough to be somebody's own words.
CREATE FUNCTION without_quotes(document jsonb, texts text[]) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    quoted text;
    written text := document::text;
BEGIN
    FOR quoted IN
        SELECT q FROM (
            SELECT t AS q FROM unnest(texts) t
            UNION SELECT c FROM unnest(texts) t, regexp_split_to_table(t, '[，。！？；：、,.!?;:[:space:]]+') c WHERE length(c) >= 6) x
        WHERE length(q) >= 4 ORDER BY length(q) DESC
    LOOP
        quoted := to_jsonb(quoted)::text;
        written := replace(written, substr(quoted, 2, length(quoted) - 2), '…');
    END LOOP;
    RETURN written::jsonb;
END $$;
COMMENT ON FUNCTION without_quotes IS 'What people wrote, without the words of reviews that were erased. 去除已删除评论的原文';
