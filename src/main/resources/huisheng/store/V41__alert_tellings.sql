-- How much of an alert people were told of, so that what was held back is told later, once; mutes apart from groups.

ALTER TABLE alert ADD COLUMN told_count bigint;
ALTER TABLE alert ADD COLUMN tried_at timestamptz;
UPDATE alert SET told_count = CASE WHEN told > 0 THEN count ELSE 0 END, tried_at = told_at;
ALTER TABLE alert ALTER COLUMN told_count SET NOT NULL;
ALTER TABLE alert DROP COLUMN muted_until;
COMMENT ON COLUMN alert.told_count IS 'How often the rule had found it when it was told last: what came after is news. 上次通知时的次数';
COMMENT ON COLUMN alert.tried_at IS 'When it was last told, be it to nobody because no target wanted to know. 上次尝试通知时间';
COMMENT ON COLUMN alert.told IS 'How often someone outside was told. 已通知次数';
COMMENT ON COLUMN alert.tell_at IS 'When it is told next, where it was held back. 待通知时间';

-- a rule without groups has the empty group as its only one, so the whole rule must be named otherwise
ALTER TABLE alert_mute DROP CONSTRAINT alert_mute_pkey;
ALTER TABLE alert_mute ALTER COLUMN group_key DROP NOT NULL;
UPDATE alert_mute SET group_key = NULL WHERE group_key = '';
ALTER TABLE alert_mute ADD CONSTRAINT alert_mute_once UNIQUE NULLS NOT DISTINCT (rule_id, group_key);
COMMENT ON TABLE alert_mute IS 'Of what nobody wants to be told until then: a group, or with no group the whole rule. 静音';

CREATE INDEX alert_log_comment ON alert_log (alert_id) WHERE comment IS NOT NULL;

-- a danger that many people copy is the worst case, not one to be left out
UPDATE alert_rule
SET body = jsonb_set(body, '{filter}', coalesce(body -> 'filter', '{}') || '{"noise": "include"}'), version = version + 1
WHERE code IN ('danger', 'threat') AND updated_by = 'shipped';
