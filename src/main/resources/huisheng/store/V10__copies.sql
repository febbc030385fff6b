-- Near copies of one text by different people. Written by one follower of the changes at a time; see CopyWindow.

CREATE TABLE follower (
    name text PRIMARY KEY,
    installation uuid NOT NULL,
    position text NOT NULL
);
COMMENT ON TABLE follower IS 'How far followers that write into this database have read the changes. 变更跟随进度';

CREATE SEQUENCE copy_group_seq;
CREATE TABLE copy_group (
    id bigint PRIMARY KEY,
    bands integer[] NOT NULL,
    signature bytea NOT NULL,
    first_written timestamptz NOT NULL,
    last_written timestamptz NOT NULL,
    campaign boolean NOT NULL DEFAULT false
);
-- Without a list of pending entries: thousands of bands are looked up at once, and each would wade through it.
CREATE INDEX copy_group_bands ON copy_group USING gin (bands) WITH (fastupdate = off);
COMMENT ON TABLE copy_group IS 'Texts so alike that they count as one, as a sketch of their first. 近似文本组';
COMMENT ON COLUMN copy_group.campaign IS 'Written by so many people within days that it was copied. 复制刷评';

CREATE TABLE copy_member (
    review_id bigint PRIMARY KEY,
    version integer NOT NULL,
    group_id bigint NOT NULL,
    author_key text,
    written_at timestamptz NOT NULL,
    flagged boolean NOT NULL,
    ordinal bigint GENERATED ALWAYS AS IDENTITY,
    seen_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX copy_member_group ON copy_member (group_id, written_at);
CREATE INDEX copy_member_window ON copy_member (ordinal) WHERE NOT flagged;
COMMENT ON TABLE copy_member IS 'The sliding window: reviews lately compared, and for good those of campaigns. 滑动窗口';
COMMENT ON COLUMN copy_member.flagged IS 'The review belongs to a campaign: its analysis carries the noise flag duplicate';

CREATE OR REPLACE VIEW bi_review AS
SELECT r.id,
       r.channel,
       r.external_id,
       r.kind,
       r.brand,
       r.product,
       r.product_name,
       r.store,
       r.region,
       r.author_key,
       r.author_level,
       r.author_age_band,
       r.author_gender,
       r.author_purchases,
       r.rating,
       r.text,
       r.variant,
       r.likes,
       r.written_at,
       r.received_at,
       a.label AS sentiment,
       a.score AS sentiment_score,
       coalesce(jsonb_array_length(a.body -> 'noise') > 0, false)
           OR (a.review_id IS NOT NULL AND m.review_id IS NOT NULL) AS noise,
       a.body -> 'opinions' AS opinions,
       a.body -> 'risks' AS risks,
       a.body -> 'keywords' AS keywords,
       a.pipeline
FROM review r
LEFT JOIN analysis a ON a.review_id = r.id AND a.version = r.version
LEFT JOIN copy_member m ON m.review_id = r.id AND m.version = r.version AND m.flagged;
