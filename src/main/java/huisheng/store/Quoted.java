package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/**
 * What people may have quoted of an author whose reviews are erased.
 *
 * @param reviews whose words go: those of the author, and those that were the author's in an older version
 * @param texts all that they said
 */
record Quoted(List<Long> reviews, List<String> texts) {
    private static final String FIND = """
            SELECT (
                SELECT coalesce(array_agg(id), '{}') FROM (
                    SELECT unnest($1::bigint[]) AS id
                    UNION SELECT review_id FROM review_version WHERE author_key = $2) r
            ) AS reviews, (
                SELECT coalesce(array_agg(text), '{}') FROM (
                    SELECT text FROM review WHERE id = ANY ($1::bigint[])
                    UNION SELECT body ->> 'text' FROM review_version WHERE review_id = ANY ($1::bigint[])
                    UNION SELECT body ->> 'text' FROM review_version WHERE author_key = $2) t
                WHERE text IS NOT NULL
            ) AS texts""";

    Long[] ids() {
        return reviews.toArray(Long[]::new);
    }

    String[] words() {
        return texts.toArray(String[]::new);
    }

    /** @param ids of the author's reviews, which are locked and still there, like their old versions */
    static Future<Quoted> find(SqlConnection connection, Long[] ids, String author) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfLong(ids).addString(author))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Quoted(List.of(row.getArrayOfLongs("reviews")), List.of(row.getArrayOfStrings("texts")));
                });
    }
}
