package huisheng.store;

import huisheng.review.TextPrint;
import huisheng.store.CopyGroups.Group;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks up the groups that texts may belong to. */
final class CopyProbe {
    /** Texts at once: the index compares each group that it finds with every band that is asked for. */
    private static final int TEXTS = 25;

    private final SqlConnection connection;

    CopyProbe(SqlConnection connection) {
        this.connection = connection;
    }

    /**
     * Groups that share a band with any of the texts, each once, the newest first; of each {@value #TEXTS} texts only
     * the newest 2,000, as {@link CopySql#CANDIDATES} says.
     */
    Future<List<Group>> groups(List<Optional<TextPrint>> texts) {
        List<TextPrint> prints = texts.stream().flatMap(Optional::stream).toList();
        Map<Long, Group> known = new TreeMap<>(Comparator.reverseOrder());
        Future<Void> asked = Future.succeededFuture();
        for (int from = 0; from < prints.size(); from += TEXTS) {
            List<TextPrint> some = prints.subList(from, Math.min(prints.size(), from + TEXTS));
            asked = asked.compose(before -> add(some, known));
        }
        return asked.map(done -> List.copyOf(known.values()));
    }

    private Future<Void> add(List<TextPrint> prints, Map<Long, Group> known) {
        Integer[] bands = prints.stream()
                .flatMapToInt(print -> Arrays.stream(print.bands()))
                .distinct()
                .boxed()
                .toArray(Integer[]::new);
        return connection
                .preparedQuery(CopySql.CANDIDATES)
                .execute(Tuple.tuple().addArrayOfInteger(bands))
                .map(rows -> {
                    for (Row row : rows) known.computeIfAbsent(row.getLong("id"), id -> group(id, row));
                    return null;
                });
    }

    private static Group group(long id, Row row) {
        int[] bands = Arrays.stream(row.getArrayOfIntegers("bands"))
                .mapToInt(Integer::intValue)
                .toArray();
        TextPrint print = new TextPrint(bands, row.getBuffer("signature").getBytes());
        return new Group(id, print, ReviewRows.time(row, "first_written"), ReviewRows.time(row, "last_written"));
    }
}
