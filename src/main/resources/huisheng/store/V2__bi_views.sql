CREATE VIEW bi_review AS
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
       coalesce(jsonb_array_length(a.body -> 'noise') > 0, false) AS noise,
       a.body -> 'opinions' AS opinions,
       a.body -> 'risks' AS risks,
       a.body -> 'keywords' AS keywords,
       a.pipeline
FROM review r
LEFT JOIN analysis a ON a.review_id = r.id AND a.version = r.version;

COMMENT ON VIEW bi_review IS 'One row a review with its analysis, for BI tools. 评论与分析结果（每条评论一行），供 BI 工具使用';
COMMENT ON COLUMN bi_review.channel IS 'Source. 渠道';
COMMENT ON COLUMN bi_review.kind IS 'initial or followup. 首评或追评';
COMMENT ON COLUMN bi_review.brand IS '品牌';
COMMENT ON COLUMN bi_review.product IS 'SKU. 商品';
COMMENT ON COLUMN bi_review.region IS 'Province. 省份';
COMMENT ON COLUMN bi_review.author_key IS 'Keyed hash of the author, never a name. 作者（加密哈希）';
COMMENT ON COLUMN bi_review.rating IS 'Stars, 1 to 5, or null. 星级';
COMMENT ON COLUMN bi_review.text IS 'Masked text. 已脱敏的正文';
COMMENT ON COLUMN bi_review.written_at IS 'When the author wrote it. 评论时间';
COMMENT ON COLUMN bi_review.received_at IS 'When its first version was stored. 入库时间';
COMMENT ON COLUMN bi_review.sentiment IS 'positive, negative, neutral, mixed or unscored; null while it waits for analysis. 情感';
COMMENT ON COLUMN bi_review.sentiment_score IS '-1 to 1. 情感得分';
COMMENT ON COLUMN bi_review.noise IS 'Carries a noise flag (default praise, filler, advert ...): leave out of trends. 噪声评论';
COMMENT ON COLUMN bi_review.opinions IS 'Array of {aspect, aspectName, target, opinion, polarity, score, start, end}. 属性观点';
COMMENT ON COLUMN bi_review.pipeline IS 'Version of code, models and lexicons. 分析版本';

CREATE VIEW bi_opinion AS
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
CROSS JOIN LATERAL jsonb_array_elements(a.body -> 'opinions') o;

COMMENT ON VIEW bi_opinion IS 'One row an opinion. 每条属性观点一行';
COMMENT ON COLUMN bi_opinion.aspect_name IS '属性';
COMMENT ON COLUMN bi_opinion.opinion IS 'The words that judge. 观点词';
COMMENT ON COLUMN bi_opinion.polarity IS 'positive, negative or neutral. 极性';
