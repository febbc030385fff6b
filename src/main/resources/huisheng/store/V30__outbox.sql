-- What is told outside, by whom it is awaited, and how far it has come. Written in the transaction of what is told.

CREATE TABLE target (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    kind text NOT NULL,
    shown text NOT NULL,
    sealed bytea NOT NULL,
    language text NOT NULL,
    events text[] NOT NULL,
    least_level smallint,
    filter jsonb,
    scope jsonb NOT NULL,
    enabled boolean NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by text NOT NULL,
    lease uuid,
    leased_until timestamptz,
    due_at timestamptz NOT NULL DEFAULT now(),
    failures integer NOT NULL DEFAULT 0,
    calls timestamptz[] NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE target IS 'Group bots, webhooks and mailboxes that are told. One process at a time calls one. 通知目标：群机器人、回调、邮箱';
COMMENT ON COLUMN target.shown IS 'As much of the address as may be read: the rest is a secret. 可显示的地址';
COMMENT ON COLUMN target.sealed IS 'Address and secret, AES-256-GCM under the key of the data folder. 加密的地址与密钥';
COMMENT ON COLUMN target.events IS 'Types of events that it subscribes to. 订阅的事件类型';
COMMENT ON COLUMN target.least_level IS 'Events of levels above this number are left out; null for all levels. 最低级别';
COMMENT ON COLUMN target.filter IS 'Which reviews it wants to be told of, for review.matched. 评论过滤条件';
COMMENT ON COLUMN target.lease IS 'Of the process that calls it now, until leased_until. 租约';
COMMENT ON COLUMN target.due_at IS 'Not called before: it asked for patience, or could not be reached. 下次可用时间';
COMMENT ON COLUMN target.failures IS 'How often in a row it could not be reached. 连续失败次数';
COMMENT ON COLUMN target.calls IS 'When it was called lately, for its limits. 近期调用时间';

CREATE TABLE outbox_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key text COLLATE "C" NOT NULL UNIQUE,
    type text NOT NULL,
    level smallint,
    about jsonb NOT NULL,
    body text,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX outbox_event_age ON outbox_event (created_at) WHERE body IS NOT NULL;
COMMENT ON TABLE outbox_event IS 'What is told outside, each key once. 待外发事件，同一键只发一次';
COMMENT ON COLUMN outbox_event.body IS 'The notice as JSON; null a while after all targets were told. 通知正文';

CREATE TABLE delivery (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id bigint NOT NULL REFERENCES outbox_event ON DELETE CASCADE,
    target_id bigint NOT NULL REFERENCES target ON DELETE CASCADE,
    state text NOT NULL DEFAULT 'waiting',
    alone boolean NOT NULL DEFAULT false,
    due_at timestamptz NOT NULL DEFAULT now(),
    failures integer NOT NULL DEFAULT 0,
    error text,
    created_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    UNIQUE (event_id, target_id)
);
CREATE INDEX delivery_open ON delivery (target_id, id) WHERE state IN ('waiting', 'sending');
CREATE INDEX delivery_state ON delivery (state, id);
COMMENT ON TABLE delivery IS 'One event on its way to one target. 投递记录';
COMMENT ON COLUMN delivery.state IS 'waiting, sending, sent or dead. 等待、发送中、已送达、死信';
COMMENT ON COLUMN delivery.alone IS 'Not told together with others: such a digest was refused. 不并入摘要';
COMMENT ON COLUMN delivery.failures IS 'How often it, or its target before its turn, failed. 失败次数';
