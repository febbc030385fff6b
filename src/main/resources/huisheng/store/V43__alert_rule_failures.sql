-- A rule that could not be evaluated is tried again soon, and later each time it fails again.
ALTER TABLE alert_rule ADD COLUMN failures integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN alert_rule.failures IS 'How often in a row it could not be evaluated. 连续评估失败次数';
