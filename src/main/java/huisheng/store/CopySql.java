package huisheng.store;

/** The statements of {@link CopyStep}, in the order in which they run. */
final class CopySql {
    /**
     * Taken before anything is written: a step that only reads has no transaction number and holds no follower up. The
     * planner does not know what comparing arrays costs, and would scan all groups rather than use their index.
     */
    static final String LOCK = """
            SELECT pg_try_advisory_xact_lock(0x68756973686f6370) AS mine, set_config('enable_seqscan', 'off', true)""";

    /** Positions of another history mean nothing here. */
    static final String POSITION = """
            SELECT i.id AS installation, f.position
            FROM installation i
            LEFT JOIN follower f ON f.name = 'copies' AND f.installation = i.id""";

    static final String READ = """
            SELECT c.review_id, c.xid::text::bigint AS transaction, c.seq, c.erased, r.version, r.text, r.author_key,
                   r.written_at, m.version AS known_version,
                   coalesce(a.body -> 'noise' ?| ARRAY['default', 'filler'], false) AS noisy
            FROM review_change c
            LEFT JOIN review r ON r.id = c.review_id
            LEFT JOIN analysis a ON a.review_id = r.id AND a.version = r.version
            LEFT JOIN copy_member m ON m.review_id = c.review_id
            WHERE (c.xid, c.seq) > ($1::text::xid8, $2::bigint)
              AND c.xid < pg_snapshot_xmin(pg_current_snapshot())
              AND (c.erased OR a.review_id IS NOT NULL)
            ORDER BY c.xid, c.seq
            LIMIT $3""";

    /**
     * Groups that share a band with any of the texts asked for, the newest 2,000: what a band of stock phrases brings is
     * bounded, and a copy of an older group than those then founds a group of its own. The index first: in the order of
     * ids the planner would look through all groups for the newest.
     */
    static final String CANDIDATES = """
            WITH alike AS MATERIALIZED (
                SELECT id, bands, signature, first_written, last_written FROM copy_group WHERE bands && $1::int[]
            )
            SELECT id, bands, signature, first_written, last_written FROM alike ORDER BY id DESC LIMIT 2000""";

    /** Members whose text is another now or gone, and groups that have none left. */
    static final String FORGET = """
            WITH gone AS (DELETE FROM copy_member WHERE review_id = ANY ($1::bigint[]) RETURNING review_id, group_id)
            DELETE FROM copy_group g USING gone
            WHERE g.id = gone.group_id AND NOT EXISTS (
                SELECT 1 FROM copy_member m WHERE m.group_id = g.id AND m.review_id <> ALL ($1::bigint[]))""";

    static final String IDS = "SELECT nextval('copy_group_seq') AS id FROM generate_series(1, $1::int)";

    static final String GROUPS = """
            INSERT INTO copy_group AS g (id, bands, signature, first_written, last_written)
            SELECT id, bands::int[], signature, first_written, last_written
            FROM unnest($1::bigint[], $2::text[], $3::bytea[], $4::timestamptz[], $5::timestamptz[])
                AS i (id, bands, signature, first_written, last_written)
            ON CONFLICT (id) DO UPDATE
            SET first_written = least(g.first_written, excluded.first_written),
                last_written = greatest(g.last_written, excluded.last_written)""";

    /** A review edited meanwhile comes again with its new text. */
    static final String MEMBERS = """
            INSERT INTO copy_member AS m (review_id, version, group_id, author_key, written_at, flagged)
            SELECT r.id, r.version, g.id, r.author_key, r.written_at, g.campaign
            FROM unnest($1::bigint[], $2::int[], $3::bigint[]) AS i (review_id, version, group_id)
            JOIN review r ON r.id = i.review_id AND r.version = i.version
            JOIN copy_group g ON g.id = i.group_id
            ON CONFLICT (review_id) DO UPDATE
            SET (version, group_id, author_key, written_at, flagged, seen_at)
                = (excluded.version, excluded.group_id, excluded.author_key, excluded.written_at, excluded.flagged, now())
            RETURNING m.review_id, m.flagged""";

    static final String CAMPAIGNS = """
            UPDATE copy_group g SET campaign = true
            WHERE g.id = ANY ($1::bigint[]) AND NOT g.campaign AND EXISTS (
                SELECT 1 FROM copy_member m
                WHERE m.group_id = g.id AND $3 <= (
                    SELECT count(DISTINCT coalesce(n.author_key, n.review_id::text)) FROM copy_member n
                    WHERE n.group_id = m.group_id
                      AND n.written_at BETWEEN m.written_at AND m.written_at + $2::float8 * interval '1 second'))
            RETURNING g.id""";

    static final String FLAG =
            "UPDATE copy_member SET flagged = true WHERE group_id = ANY ($1::bigint[]) AND NOT flagged RETURNING"
                    + " review_id";

    static final String MOVE = """
            INSERT INTO follower AS f (name, installation, position) VALUES ('copies', $1, $2)
            ON CONFLICT (name) DO UPDATE SET (installation, position) = (excluded.installation, excluded.position)""";

    /** Looks at a bounded number of the oldest, more than a step adds. */
    static final String PURGE = """
            WITH oldest AS (
                SELECT review_id, ordinal, seen_at FROM copy_member WHERE NOT flagged ORDER BY ordinal LIMIT 1000
            ), old AS (
                SELECT review_id FROM oldest
                WHERE ordinal <= (SELECT last_value FROM copy_member_ordinal_seq) - $1::bigint
                   OR seen_at < now() - $2::float8 * interval '1 second'
            ), gone AS (
                DELETE FROM copy_member m USING old WHERE m.review_id = old.review_id RETURNING m.group_id
            )
            DELETE FROM copy_group g USING gone
            WHERE g.id = gone.group_id AND NOT EXISTS (
                SELECT 1 FROM copy_member m
                WHERE m.group_id = g.id AND m.review_id NOT IN (SELECT review_id FROM old))""";

    private CopySql() {}
}
