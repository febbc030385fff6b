package huisheng.store;

import huisheng.review.Position;
import huisheng.review.TextPrint;
import huisheng.store.CopyGroups.Group;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One step of {@link CopyWindow} in one transaction: read, sketch, group, decide, tell. All reading comes first. */
final class CopyStep {
    private final SqlConnection connection;
    private final Function<List<CopyText>, Future<List<Optional<TextPrint>>>> sketch;
    private final int most;

    /** @param read changes; {@code flagged} reviews whose analysis reads otherwise now */
    record Outcome(int read, int flagged) {
        static final Outcome NONE = new Outcome(0, 0);
    }

    /** @param last position of the last change; {@code stale} reviews whose membership is of another text */
    private record Changes(int read, Position last, List<CopyText> texts, List<Long> stale) {}

    private record Placed(CopyText text, Group group) {}

    CopyStep(SqlConnection connection, Function<List<CopyText>, Future<List<Optional<TextPrint>>>> sketch, int most) {
        this.connection = connection;
        this.sketch = sketch;
        this.most = most;
    }

    Future<Outcome> run(int limit) {
        return connection.query(CopySql.LOCK).execute().compose(lock -> {
            if (!lock.iterator().next().getBoolean("mine")) return Future.succeededFuture(Outcome.NONE);
            return connection.query(CopySql.POSITION).execute().compose(rows -> {
                Row row = rows.iterator().next();
                String kept = row.getString("position");
                return read(kept == null ? Position.START : Position.parse(kept), limit)
                        .compose(changes -> apply(row.getUUID("installation"), changes));
            });
        });
    }

    private Future<Changes> read(Position after, int limit) {
        Tuple parameters = Tuple.of(Long.toString(after.transaction()), after.sequence(), (long) limit);
        return connection.preparedQuery(CopySql.READ).execute(parameters).map(rows -> {
            Position last = after;
            List<CopyText> texts = new ArrayList<>();
            List<Long> stale = new ArrayList<>();
            for (Row row : rows) {
                last = new Position(row.getLong("transaction"), row.getLong("seq"));
                sort(row, texts, stale);
            }
            return new Changes(rows.size(), last, texts, stale);
        });
    }

    private static void sort(Row row, List<CopyText> texts, List<Long> stale) {
        long id = row.getLong("review_id");
        Integer known = row.getInteger("known_version");
        boolean erased = row.getBoolean("erased");
        if (!erased && row.getInteger("version").equals(known)) return;
        if (known != null) stale.add(id);
        // texts of the system and typed signs are alike by their kind; set phrases and adverts can be a campaign
        if (erased || row.getBoolean("noisy")) return;
        texts.add(new CopyText(
                id,
                row.getInteger("version"),
                row.getString("text"),
                row.getString("author_key"),
                ReviewRows.time(row, "written_at")));
    }

    private Future<Outcome> apply(UUID installation, Changes changes) {
        if (changes.read == 0) return Future.succeededFuture(Outcome.NONE);
        return sketch.apply(changes.texts)
                .compose(prints -> place(changes.texts, prints))
                .compose(placed -> forget(changes.stale).compose(done -> keep(placed)))
                .compose(this::tell)
                .compose(flagged -> connection
                        .preparedQuery(CopySql.MOVE)
                        .execute(Tuple.of(installation, changes.last.toString()))
                        .compose(moved -> purge())
                        .map(new Outcome(changes.read, flagged)));
    }

    private Future<List<Placed>> place(List<CopyText> texts, List<Optional<TextPrint>> prints) {
        return new CopyProbe(connection).groups(prints).compose(known -> {
            CopyGroups groups = new CopyGroups(known);
            List<Placed> placed = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                CopyText text = texts.get(i);
                prints.get(i).ifPresent(print -> placed.add(new Placed(text, groups.place(print, text.writtenAt()))));
            }
            return number(groups.founded()).map(placed);
        });
    }

    private Future<Void> number(List<Group> founded) {
        if (founded.isEmpty()) return Future.succeededFuture();
        return connection
                .preparedQuery(CopySql.IDS)
                .execute(Tuple.of(founded.size()))
                .map(rows -> {
                    var ids = rows.iterator();
                    founded.forEach(group -> group.id = ids.next().getLong("id"));
                    return null;
                });
    }

    private Future<Void> forget(List<Long> stale) {
        if (stale.isEmpty()) return Future.succeededFuture();
        return connection.preparedQuery(CopySql.FORGET).execute(longs(stale)).mapEmpty();
    }

    /** Answers the reviews that belong to a campaign since now. */
    private Future<Set<Long>> keep(List<Placed> placed) {
        if (placed.isEmpty()) return Future.succeededFuture(Set.of());
        List<Group> groups = placed.stream().map(Placed::group).distinct().toList();
        Set<Long> flagged = new LinkedHashSet<>();
        return connection
                .preparedQuery(CopySql.GROUPS)
                .execute(groupArrays(groups))
                .compose(done -> connection.preparedQuery(CopySql.MEMBERS).execute(memberArrays(placed)))
                .compose(rows -> {
                    for (Row row : rows) {
                        if (row.getBoolean("flagged")) flagged.add(row.getLong("review_id"));
                    }
                    return campaigns(groups);
                })
                .map(more -> {
                    flagged.addAll(more);
                    return flagged;
                });
    }

    private Future<List<Long>> campaigns(List<Group> groups) {
        Tuple parameters = longs(groups.stream().map(group -> group.id).toList())
                .addDouble((double) CopyWindow.BURST.toSeconds())
                .addLong((long) CopyWindow.AUTHORS);
        return connection
                .preparedQuery(CopySql.CAMPAIGNS)
                .execute(parameters)
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(List.of())
                        : connection
                                .preparedQuery(CopySql.FLAG)
                                .execute(longs(column(rows, "id")))
                                .map(flagged -> column(flagged, "review_id")));
    }

    private Future<Integer> tell(Set<Long> flagged) {
        if (flagged.isEmpty()) return Future.succeededFuture(0);
        return connection.preparedQuery(ChangeFeed.TELL).execute(longs(flagged)).map(flagged.size());
    }

    private Future<Void> purge() {
        Tuple parameters = Tuple.of((long) most, (double) CopyWindow.KEPT.toSeconds());
        return connection.preparedQuery(CopySql.PURGE).execute(parameters).mapEmpty();
    }

    private static Tuple groupArrays(List<Group> groups) {
        return longs(groups.stream().map(group -> group.id).toList())
                .addArrayOfString(
                        groups.stream().map(group -> array(group.print.bands())).toArray(String[]::new))
                .addArrayOfBuffer(groups.stream()
                        .map(group -> Buffer.buffer(group.print.signature()))
                        .toArray(Buffer[]::new))
                .addArrayOfOffsetDateTime(
                        groups.stream().map(group -> utc(group.first)).toArray(OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(
                        groups.stream().map(group -> utc(group.last)).toArray(OffsetDateTime[]::new));
    }

    private static Tuple memberArrays(List<Placed> placed) {
        return longs(placed.stream().map(one -> one.text.reviewId()).toList())
                .addArrayOfInteger(
                        placed.stream().map(one -> one.text.version()).toArray(Integer[]::new))
                .addArrayOfLong(placed.stream().map(one -> one.group.id).toArray(Long[]::new));
    }

    private static String array(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static List<Long> column(RowSet<Row> rows, String name) {
        List<Long> values = new ArrayList<>(rows.size());
        for (Row row : rows) values.add(row.getLong(name));
        return values;
    }

    private static Tuple longs(Collection<Long> values) {
        return Tuple.tuple().addArrayOfLong(values.toArray(Long[]::new));
    }
}
