-- What waits in the outbox may hold a customer's words. They are there for no longer than the review says them.

ALTER TABLE outbox_event ADD COLUMN quoted bigint;
CREATE INDEX outbox_event_quoted ON outbox_event (quoted) WHERE quoted IS NOT NULL;
COMMENT ON COLUMN outbox_event.quoted IS 'The review whose words the body holds. 正文引用其原文的评论';

UPDATE outbox_event SET quoted = split_part(key, ':', 2)::bigint WHERE type = 'review.matched';

-- An alert is told without the words. A single review has nothing to be told without them: its new version is told as
-- another event, and of the old one stays, where it was told, that it was.
CREATE FUNCTION outbox_unquote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM outbox_event e
    WHERE e.quoted = OLD.id AND e.type = 'review.matched'
      AND (TG_OP = 'DELETE' OR EXISTS (SELECT 1 FROM delivery d WHERE d.event_id = e.id AND d.state <> 'sent'));
    UPDATE outbox_event e
    SET body = CASE WHEN e.type <> 'review.matched' THEN (e.body::jsonb - 'said')::text END, quoted = NULL
    WHERE e.quoted = OLD.id;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION outbox_unquote IS 'Takes out of the outbox what an edited or erased review said. 清除待发通知中的评论原文';

CREATE TRIGGER review_edit_unquotes AFTER UPDATE ON review
    FOR EACH ROW WHEN (OLD.text <> NEW.text) EXECUTE FUNCTION outbox_unquote();
CREATE TRIGGER review_erasure_unquotes AFTER DELETE ON review
    FOR EACH ROW EXECUTE FUNCTION outbox_unquote();
