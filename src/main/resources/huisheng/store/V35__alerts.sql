-- Rules that watch the reviews, and the alerts that they raised.

CREATE TABLE alert_rule (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text UNIQUE,
    version integer NOT NULL DEFAULT 1,
    body jsonb NOT NULL,
    deleted boolean NOT NULL DEFAULT false,
    due_at timestamptz,
    lease uuid,
    leased_until timestamptz,
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by text NOT NULL
);
CREATE INDEX alert_rule_due ON alert_rule (due_at) WHERE due_at IS NOT NULL;
COMMENT ON TABLE alert_rule IS 'What is watched, how urgent it is and who is told. 预警规则';
COMMENT ON COLUMN alert_rule.code IS 'Name of the rule that was shipped with the product; null for a rule of the company. 内置规则代号';
COMMENT ON COLUMN alert_rule.version IS 'One more with each edit. 版本';
COMMENT ON COLUMN alert_rule.deleted IS 'A deleted row stays, so that a shipped rule does not come back with the next start. 已删除';
COMMENT ON COLUMN alert_rule.due_at IS 'When a rule about a measure is evaluated next; null for one about single reviews. 下次评估时间';
COMMENT ON COLUMN alert_rule.lease IS 'Of the process that evaluates it now, until leased_until. 租约';

CREATE SEQUENCE alert_seq;
CREATE TABLE alert (
    id bigint PRIMARY KEY,
    rule_id bigint NOT NULL REFERENCES alert_rule,
    group_key text NOT NULL,
    level smallint NOT NULL,
    state text NOT NULL,
    about jsonb NOT NULL,
    since timestamptz NOT NULL,
    raised_at timestamptz NOT NULL,
    deadline timestamptz NOT NULL,
    last_seen timestamptz NOT NULL,
    count bigint NOT NULL,
    told integer NOT NULL,
    told_at timestamptz,
    tell_at timestamptz,
    escalate_at timestamptz,
    closed_at timestamptz,
    muted_until timestamptz,
    body jsonb NOT NULL
);
CREATE UNIQUE INDEX alert_open ON alert (rule_id, group_key) WHERE state <> 'closed';
CREATE INDEX alert_group ON alert (rule_id, group_key, id);
CREATE INDEX alert_tell ON alert (tell_at) WHERE tell_at IS NOT NULL;
CREATE INDEX alert_escalate ON alert (escalate_at) WHERE escalate_at IS NOT NULL;
COMMENT ON TABLE alert IS 'What a rule has found and someone should look at. 预警';
COMMENT ON COLUMN alert.group_key IS 'While an alert of the same rule and group is not closed, it takes up what the rule finds. 分组键';
COMMENT ON COLUMN alert.state IS 'open, acknowledged or closed. 待处理、已确认、已关闭';
COMMENT ON COLUMN alert.about IS 'Scope of what it rests on: seen by those whose own scope covers it. 涉及范围';
COMMENT ON COLUMN alert.since IS 'When what it tells of began. 起始时间';
COMMENT ON COLUMN alert.deadline IS 'Until when it is to be acted upon: 24, 48 or 72 hours by level. 处理期限';
COMMENT ON COLUMN alert.count IS 'How often the rule has found it. 次数';
COMMENT ON COLUMN alert.told IS 'How often it was told outside. 已通知次数';
COMMENT ON COLUMN alert.tell_at IS 'When it is told next, where it was held back over quiet hours. 待通知时间';
COMMENT ON COLUMN alert.escalate_at IS 'When it is told to others, unless someone acknowledges it before. 升级时间';
COMMENT ON COLUMN alert.body IS 'Words in both languages, figures, ids of reviews; no text of a review. 内容';

CREATE TABLE alert_log (
    alert_id bigint NOT NULL REFERENCES alert,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    at timestamptz NOT NULL,
    what text NOT NULL,
    actor text,
    comment text,
    PRIMARY KEY (alert_id, seq)
);
CREATE INDEX alert_log_told ON alert_log (at) WHERE what = 'told';
COMMENT ON TABLE alert_log IS 'What happened to an alert, in order. 预警处理记录';

CREATE TABLE alert_match (
    rule_id bigint NOT NULL,
    review_id bigint NOT NULL,
    version integer NOT NULL,
    alert_id bigint NOT NULL,
    PRIMARY KEY (rule_id, review_id, version)
);
CREATE INDEX alert_match_alert ON alert_match (alert_id);
COMMENT ON TABLE alert_match IS 'Which text of a review a rule has found: once only, however often it is analysed again. 命中记录';

CREATE TABLE alert_mute (
    rule_id bigint NOT NULL REFERENCES alert_rule,
    group_key text NOT NULL,
    until timestamptz NOT NULL,
    muted_by text NOT NULL,
    muted_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (rule_id, group_key)
);
COMMENT ON TABLE alert_mute IS 'Of what nobody wants to be told until then. The empty group is the whole rule. 静音';
