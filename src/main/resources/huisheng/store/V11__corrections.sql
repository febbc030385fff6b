-- What people say about a version of a review, laid over what the pipeline says when it is read.

CREATE TABLE review_correction (
    review_id bigint NOT NULL,
    version integer NOT NULL,
    labels jsonb NOT NULL,
    corrected_by text NOT NULL,
    corrected_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (review_id, version)
);
COMMENT ON TABLE review_correction IS 'Labels that a person has put right; they hold for one version of the text. 人工更正的标签';
COMMENT ON COLUMN review_correction.labels IS 'The corrected fields of the analysis, in its own form; each replaces the field of that name';
COMMENT ON COLUMN review_correction.corrected_by IS 'Name of the key, for example a person or a tool. 更正人';

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
       CASE WHEN a.review_id IS NOT NULL THEN coalesce(k.labels -> 'sentiment' ->> 'label', a.label) END AS sentiment,
       CASE WHEN a.review_id IS NOT NULL
            THEN coalesce((k.labels -> 'sentiment' ->> 'score')::double precision, a.score) END AS sentiment_score,
       coalesce(jsonb_array_length(coalesce(k.labels -> 'noise', a.body -> 'noise')) > 0, false)
           OR (a.review_id IS NOT NULL AND m.review_id IS NOT NULL AND k.labels -> 'noise' IS NULL) AS noise,
       CASE WHEN a.review_id IS NOT NULL THEN coalesce(k.labels -> 'opinions', a.body -> 'opinions') END AS opinions,
       CASE WHEN a.review_id IS NOT NULL THEN coalesce(k.labels -> 'risks', a.body -> 'risks') END AS risks,
       a.body -> 'keywords' AS keywords,
       a.pipeline,
       k.corrected_by,
       k.corrected_at
FROM review r
LEFT JOIN analysis a ON a.review_id = r.id AND a.version = r.version
LEFT JOIN review_correction k ON k.review_id = r.id AND k.version = r.version
LEFT JOIN copy_member m ON m.review_id = r.id AND m.version = r.version AND m.flagged;
COMMENT ON COLUMN bi_review.corrected_by IS 'Who has put labels right; null where the pipeline alone speaks. 更正人';
COMMENT ON COLUMN bi_review.corrected_at IS '更正时间';

CREATE OR REPLACE VIEW bi_opinion AS
SELECT r.id AS review_id,
       r.channel,
       r.brand,
       r.product,
       r.region,
       r.written_at,
       o ->> 'aspect' AS aspect,
       o ->> 'aspectName' AS aspect_name,
       o ->> 'target' AS target,
       o ->> 'opinion' AS opinion,
       o ->> 'polarity' AS polarity,
       (o ->> 'score')::double precision AS score
FROM review r
JOIN analysis a ON a.review_id = r.id AND a.version = r.version
LEFT JOIN review_correction k ON k.review_id = r.id AND k.version = r.version
CROSS JOIN LATERAL jsonb_array_elements(coalesce(k.labels -> 'opinions', a.body -> 'opinions')) o;
