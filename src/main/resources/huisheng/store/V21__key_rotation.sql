-- Keys that end, that are exchanged for new ones, and of which one knows whether they are still in use.

ALTER TABLE access_key
    ADD COLUMN expires_at timestamptz,
    ADD COLUMN used_at timestamptz,
    ADD COLUMN previous_hash text UNIQUE,
    ADD COLUMN previous_until timestamptz;
COMMENT ON COLUMN access_key.expires_at IS 'From then on it opens nothing; null for never. 失效时间';
COMMENT ON COLUMN access_key.used_at IS 'Within an hour. 最近使用';
COMMENT ON COLUMN access_key.previous_hash IS 'Of the secret before the last rotation';
COMMENT ON COLUMN access_key.previous_until IS 'Until then the secret before the last rotation works, too';
