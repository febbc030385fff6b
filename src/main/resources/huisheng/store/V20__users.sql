-- People: who they are, that they are logged in, and how often someone tried to be them.

CREATE TABLE access_user (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    login text NOT NULL UNIQUE,
    name text NOT NULL,
    password text NOT NULL,
    role text NOT NULL CHECK (role IN ('executive', 'department', 'post', 'administrator')),
    scope jsonb NOT NULL,
    team text,
    created_at timestamptz NOT NULL DEFAULT now(),
    disabled_at timestamptz
);
COMMENT ON TABLE access_user IS 'People who may log in. 用户';
COMMENT ON COLUMN access_user.login IS 'In lower case. 登录名';
COMMENT ON COLUMN access_user.password IS 'Argon2id as a PHC string, never the password. 口令的哈希';
COMMENT ON COLUMN access_user.scope IS 'What of the reviews the person may see. 数据范围';

CREATE TABLE access_session (
    hash text PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES access_user ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    used_at timestamptz NOT NULL
);
CREATE INDEX access_session_user ON access_session (user_id, used_at);
COMMENT ON TABLE access_session IS 'Sessions of people who are logged in, only as SHA-256 of what the cookie holds. 登录会话';
COMMENT ON COLUMN access_session.used_at IS 'Within a minute';

CREATE TABLE access_failure (
    login text PRIMARY KEY,
    failures integer NOT NULL,
    failed_at timestamptz NOT NULL
);
CREATE INDEX access_failure_time ON access_failure (failed_at);
COMMENT ON TABLE access_failure IS 'Failed logins in a row, by SHA-256 of the login, whether there is such a user or not. 连续登录失败';
