-- Packs that were changed while the service runs. The newest version of each goes over the file of that name.

CREATE TABLE pack_version (
    pack text NOT NULL,
    version integer NOT NULL,
    hash text NOT NULL,
    body text,
    restores integer,
    applied_by text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (pack, version)
);
COMMENT ON TABLE pack_version IS 'Versions of aspect packs, each applied at its time; version 0 is the file. 维度包的历史版本';
COMMENT ON COLUMN pack_version.hash IS 'SHA-256 of the text, in hexadecimal';
COMMENT ON COLUMN pack_version.body IS 'The YAML; null where a rollback went back to the file';
COMMENT ON COLUMN pack_version.restores IS 'The version whose text a rollback brought back; null for a change. 回滚到的版本';

CREATE TABLE pipeline_wanted (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    version text NOT NULL,
    wanted_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE pipeline_wanted IS 'The pipeline by which all reviews should be read: of the process that started, or the pack that was applied, last';
