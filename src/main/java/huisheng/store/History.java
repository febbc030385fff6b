package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads replaced versions. */
final class History {
    /** A row is kept as it was, so columns that came later are simply null in it. */
    private static final String VERSIONS = """
            SELECT %s, v.replaced_at
            FROM review_version v
            CROSS JOIN LATERAL jsonb_populate_record(NULL::review, v.body) r
            %s
            WHERE v.review_id = ANY ($1::bigint[])
            ORDER BY v.review_id, v.version DESC""".formatted(ReviewRows.REVIEW, ReviewRows.PARENT);

    private final SqlClient client;

    History(SqlClient client) {
        this.client = client;
    }

    /** By review, newest first. */
    Future<Map<Long, List<OldVersion>>> of(Collection<Long> ids) {
        Tuple parameters = Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new));
        return client.preparedQuery(VERSIONS).execute(parameters).map(rows -> {
            Map<Long, List<OldVersion>> versions = new HashMap<>();
            for (Row row : rows) {
                OldVersion old = new OldVersion(ReviewRows.stored(row), ReviewRows.time(row, "replaced_at"));
                versions.computeIfAbsent(old.stored().id(), id -> new ArrayList<>())
                        .add(old);
            }
            return versions;
        });
    }
}
