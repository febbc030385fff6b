-- No foreign keys between these tables: rows are written in the order review, task, analysis, change by every
-- transaction, and a key check would lock reviews against that order.

CREATE TABLE review (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    channel text NOT NULL,
    external_id text NOT NULL,
    kind text NOT NULL,
    parent text,
    brand text,
    product text,
    product_name text,
    store text,
    region text,
    author_key text,
    author_level text,
    author_age_band text,
    author_gender text,
    author_purchases integer,
    rating smallint,
    text text NOT NULL,
    language text,
    written_at timestamptz NOT NULL,
    likes integer NOT NULL,
    url text,
    variant text,
    attributes jsonb NOT NULL,
    pii jsonb NOT NULL,
    version integer NOT NULL DEFAULT 1,
    received_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz,
    UNIQUE (channel, external_id)
);
CREATE INDEX review_parent ON review (channel, parent) WHERE parent IS NOT NULL;
CREATE INDEX review_author ON review (author_key) WHERE author_key IS NOT NULL;

COMMENT ON TABLE review IS 'Reviews as the channels tell them, masked. One row a review, its newest version. 评论（已脱敏），每条评论一行，保存最新版本';
COMMENT ON COLUMN review.updated_at IS 'When the row was last replaced; null while it is as first received';

CREATE TABLE review_version (
    review_id bigint NOT NULL,
    version integer NOT NULL,
    author_key text,
    body jsonb NOT NULL,
    replaced_at timestamptz NOT NULL,
    PRIMARY KEY (review_id, version)
);
CREATE INDEX review_version_author ON review_version (author_key) WHERE author_key IS NOT NULL;
COMMENT ON TABLE review_version IS 'Versions of reviews that an edit has replaced; body is the whole row. 评论的历史版本';

CREATE FUNCTION review_keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO review_version (review_id, version, author_key, body, replaced_at)
    VALUES (OLD.id, OLD.version, OLD.author_key, to_jsonb(OLD), now());
    RETURN NULL;
END $$;

CREATE TRIGGER review_keep_version AFTER UPDATE ON review
    FOR EACH ROW WHEN (OLD.version <> NEW.version) EXECUTE FUNCTION review_keep_version();

CREATE TABLE analysis (
    review_id bigint PRIMARY KEY,
    version integer NOT NULL,
    initial_version integer,
    pipeline text NOT NULL,
    label text NOT NULL,
    score double precision NOT NULL,
    body jsonb NOT NULL,
    analysed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX analysis_pipeline ON analysis (pipeline, review_id);
COMMENT ON TABLE analysis IS 'What the pipeline found in a version of a review. 分析结果';
COMMENT ON COLUMN analysis.initial_version IS 'Version of the first review that this follow-up was read with; null where none was there';

CREATE TABLE analysis_task (
    review_id bigint PRIMARY KEY,
    priority smallint NOT NULL,
    enqueued_at timestamptz NOT NULL DEFAULT now(),
    due_at timestamptz NOT NULL DEFAULT now(),
    attempts smallint NOT NULL DEFAULT 0,
    last_error text
);
CREATE INDEX analysis_task_order ON analysis_task (priority, due_at, review_id) WHERE attempts < 5;
-- Rows live for milliseconds: without frequent vacuum the claim would wade through dead ones.
ALTER TABLE analysis_task SET (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 20000,
    autovacuum_vacuum_insert_scale_factor = 0,
    autovacuum_vacuum_insert_threshold = 20000);
COMMENT ON TABLE analysis_task IS 'Reviews that wait for the pipeline, lowest priority number first; parked after 5 failed attempts. 待分析队列';

CREATE SEQUENCE review_change_seq;
CREATE TABLE review_change (
    review_id bigint PRIMARY KEY,
    xid xid8 NOT NULL,
    seq bigint NOT NULL,
    erased boolean NOT NULL DEFAULT false
);
CREATE INDEX review_change_position ON review_change (xid, seq);
COMMENT ON TABLE review_change IS 'The newest change of each review, for followers: ordered by writing transaction, then sequence';

CREATE TABLE installation (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    id uuid NOT NULL,
    home text
);
INSERT INTO installation (id) VALUES (gen_random_uuid());
COMMENT ON TABLE installation IS 'Names this history of changes; a restored dump gets a new name';

CREATE TABLE access_key (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash text NOT NULL UNIQUE,
    name text NOT NULL,
    scope jsonb NOT NULL,
    rights text[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz
);
COMMENT ON TABLE access_key IS 'API keys, only as SHA-256 hashes';
