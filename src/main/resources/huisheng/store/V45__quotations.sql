-- Whose words somebody has quoted can have them taken out again: of what people wrote, and of nothing else.

-- By field, as `ticket`, `case_file`, `playbook_run`, their history and what was told of them name it.
CREATE FUNCTION is_free_text(field text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT field IN ('title', 'problem', 'plan', 'criterion', 'reason', 'note', 'directCause', 'deeperCause', 'whys',
        'measures', 'effect', 'zh', 'en', 'text', 'q')
$$;
COMMENT ON FUNCTION is_free_text IS 'Whether a field holds what people wrote. 是否自由文本字段';

CREATE FUNCTION is_address(field text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT field IN ('search', 'link')
$$;
COMMENT ON FUNCTION is_address IS 'Whether a field holds an address, with what was searched for in it. 是否带检索词的链接字段';

CREATE FUNCTION url_encoded(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_agg(CASE
        WHEN c ~ '[A-Za-z0-9.*_-]' THEN c
        WHEN c = ' ' THEN '+'
        ELSE regexp_replace(upper(encode(convert_to(c, 'UTF8'), 'hex')), '(..)', '%\1', 'g') END, '' ORDER BY n), '')
    FROM regexp_split_to_table(written, '') WITH ORDINALITY t (c, n)
$$;
COMMENT ON FUNCTION url_encoded IS 'A text as it stands in the query of an address';

-- A text that is quoted whole goes first, then each clause of it that is long enough to be somebody's own words. A blank
-- parts clauses in Chinese and words in English, of which none alone is anybody's own.
CREATE FUNCTION quotations(texts text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(q ORDER BY length(q) DESC, q), '{}') FROM (
        SELECT t AS q FROM unnest(texts) t WHERE length(t) >= 4
        UNION
        SELECT btrim(c) FROM unnest(texts) t,
            regexp_split_to_table(t, '[，。！？；：、,.!?;:\n\r]+|(?<=[^\x01-\x7f])\s+|\s+(?=[^\x01-\x7f])') c
        WHERE length(btrim(c)) >= CASE WHEN c ~ '[^\x01-\x7f]' THEN 6 ELSE 12 END) x
$$;
COMMENT ON FUNCTION quotations IS 'What of texts counts as a quotation where it stands elsewhere, the longest first. 视为引用的片段';

CREATE FUNCTION without_quotations(written text, quotes text[]) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    quoted text;
BEGIN
    FOREACH quoted IN ARRAY quotes LOOP
        written := replace(written, quoted, '…');
    END LOOP;
    RETURN written;
END $$;

-- What names a field of the history is its whole path, and below it what it was and what it became.
CREATE FUNCTION without_quotations(field text, value jsonb, quotes text[]) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF jsonb_typeof(value) = 'object' THEN
        RETURN (SELECT coalesce(jsonb_object_agg(key, without_quotations(
                CASE WHEN key IN ('from', 'to') THEN field ELSE substring(key FROM '[^.]*$') END, e.value, quotes)), '{}')
            FROM jsonb_each(value) e);
    ELSIF jsonb_typeof(value) = 'array' THEN
        RETURN (SELECT coalesce(jsonb_agg(without_quotations(field, e, quotes) ORDER BY n), '[]')
            FROM jsonb_array_elements(value) WITH ORDINALITY a (e, n));
    ELSIF jsonb_typeof(value) = 'string' AND is_free_text(field) THEN
        RETURN to_jsonb(without_quotations(value #>> '{}', quotes));
    ELSIF jsonb_typeof(value) = 'string' AND is_address(field) THEN
        RETURN to_jsonb(without_quotations(value #>> '{}', ARRAY(
            SELECT url_encoded(q) FROM unnest(quotes) WITH ORDINALITY u (q, n) ORDER BY n)));
    END IF;
    RETURN value;
END $$;

CREATE OR REPLACE FUNCTION without_quotes(document jsonb, texts text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT without_quotations('note', document, quotations(texts))
$$;
COMMENT ON FUNCTION without_quotes IS 'A document, or a note, without the words of reviews that were erased: names, states, times, numbers stay. 去除已删除评论的原文';

CREATE INDEX history_unlinked ON history USING gin (changes jsonb_path_ops) WHERE kind IN ('unlinked', 'changed');

CREATE FUNCTION tickets_once_about(reviews bigint[]) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    SELECT ticket_id FROM ticket_review WHERE review_id = ANY (reviews)
    UNION
    SELECT h.subject_id FROM unnest(reviews) r JOIN history h
        ON h.kind = 'unlinked' AND h.subject = 'ticket' AND h.changes @> jsonb_build_object('reviews', jsonb_build_array(r))
$$;
COMMENT ON FUNCTION tickets_once_about IS 'Tickets that reviews are or were linked to, where somebody may have quoted them. 曾关联这些评论的工单';

CREATE FUNCTION cases_once_about(reviews bigint[]) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    SELECT case_id FROM case_review WHERE review_id = ANY (reviews)
    UNION
    SELECT id FROM case_file WHERE ticket_id IN (SELECT tickets_once_about(reviews))
    UNION
    SELECT h.subject_id FROM unnest(reviews) r JOIN history h
        ON h.kind = 'changed' AND h.subject = 'case_file'
            AND h.changes @> jsonb_build_object('evidence', jsonb_build_object('from', jsonb_build_array(r)))
$$;
COMMENT ON FUNCTION cases_once_about IS 'Cases that reviews show or showed, or whose ticket was about them. 曾以这些评论为证据的案例';

CREATE FUNCTION runs_once_about(reviews bigint[]) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    SELECT id FROM playbook_run WHERE ticket_id IN (SELECT tickets_once_about(reviews))
    UNION
    SELECT p.id FROM playbook_run p JOIN alert a ON a.id = (p.body ->> 'alert')::bigint
    WHERE EXISTS (SELECT FROM jsonb_array_elements(a.body -> 'evidence') e WHERE (e ->> 'id')::bigint = ANY (reviews))
$$;
COMMENT ON FUNCTION runs_once_about IS 'Runs of playbooks for tickets and alerts about reviews. 与这些评论有关的预案执行';

-- What was measured kept sentences of reviews that nobody had linked, so that no erasure found them. Their places stay.
CREATE FUNCTION without_sentences(effect jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    side text;
BEGIN
    FOREACH side IN ARRAY ARRAY['evidenceBefore', 'evidenceAfter'] LOOP
        IF jsonb_typeof(effect #> ARRAY[side, 'quotes']) = 'array' THEN
            effect := jsonb_set(effect, ARRAY[side, 'quotes'], (SELECT coalesce(jsonb_agg(q - 'text' ORDER BY n), '[]')
                FROM jsonb_array_elements(effect #> ARRAY[side, 'quotes']) WITH ORDINALITY a (q, n)));
        END IF;
    END LOOP;
    RETURN effect;
END $$;

UPDATE ticket SET body = jsonb_set(body, '{verification,effect}', without_sentences(body #> '{verification,effect}'))
WHERE jsonb_typeof(body #> '{verification,effect}') = 'object';

SELECT set_config('huisheng.erasing', 'on', true);
UPDATE history SET changes = jsonb_set(changes, ARRAY['verification', side, 'effect'],
    without_sentences(changes #> ARRAY['verification', side, 'effect']))
FROM unnest(ARRAY['from', 'to']) side
WHERE jsonb_typeof(changes #> ARRAY['verification', side, 'effect']) = 'object';
SELECT set_config('huisheng.erasing', 'off', true);

DROP FUNCTION without_sentences;
