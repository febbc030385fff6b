package huisheng.ticket;

import huisheng.json.Json;
import huisheng.review.Labelled;
import huisheng.review.Scope;
import huisheng.store.CaseFilter;
import huisheng.store.CaseTable;
import huisheng.store.Database;
import huisheng.store.Entry;
import huisheng.store.NewEntry;
import huisheng.store.RequestKey;
import huisheng.store.Revision;
import huisheng.store.StoredDocument;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The case library. What the scope does not cover or is for others is not there. Safe from any thread. */
public final class Cases {
    /** Half of the stretches of what is searched for must be there, so that “漏酒 瓶口” finds either order of words. */
    private static final double SEARCHED = 0.5;

    /** A ticket's text is longer, and a case that shares this much of it is about something alike. */
    private static final double SIMILAR = 0.08;

    private static final int MAX_SIMILAR = 5;
    /** Who writes into the history what no person did. */
    private static final String ITSELF = "huisheng";

    private final CaseTable table;
    private final Clock clock;

    public Cases(Database database, Clock clock) {
        this.table = new CaseTable(database);
        this.clock = clock;
    }

    /** Who asks: the scope and the audiences that the caller belongs to. */
    public record Reader(Scope scope, Set<Audience> audiences) {
        public Reader {
            audiences = Set.copyOf(audiences);
        }

        private boolean reads(StoredDocument stored) {
            return audiences.contains(Json.read(stored.body(), CaseFile.class).audience());
        }

        private CaseFilter filter(@Nullable String type, @Nullable Impact impact, boolean archived) {
            Set<String> labels = audiences.stream().map(Labelled::label).collect(Collectors.toSet());
            return new CaseFilter(labels, type, impact == null ? null : impact.label(), archived);
        }
    }

    /**
     * Fails with {@link huisheng.store.NotLinkable} or {@link huisheng.store.AlreadyThere}.
     *
     * @param once under what it is asked for: fails where that was before
     */
    public Future<CaseView> write(
            Reader reader, Scope about, CaseFile file, Set<Long> evidence, String by, @Nullable RequestKey once) {
        Instant now = clock.instant();
        String changes = Changes.between(Json.MAPPER.createObjectNode(), file);
        Revision first = new Revision(Json.write(file), new NewEntry("written", by, now, changes, null, once));
        return table.insert(reader.scope, about, evidence, first).compose(stored -> shown(reader, stored));
    }

    public Future<Optional<CaseView>> find(Reader reader, long id) {
        return readable(reader, id)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : shown(reader, found.get()).map(Optional::of));
    }

    /** Fails with {@link Outdated} where another was faster. The ticket and the first writer stay. */
    public Future<Optional<CaseView>> change(
            Reader reader, long id, int version, CaseFile file, Set<Long> evidence, String by) {
        Instant now = clock.instant();
        return readable(reader, id).compose(known -> {
            if (known.isEmpty()) return Future.succeededFuture(Optional.empty());
            return table.change(reader.scope, known.get(), evidence, (stored, shown) -> {
                        Outdated.check(version, stored.version());
                        CaseFile before = Json.read(stored.body(), CaseFile.class);
                        String changes = Changes.between(before, file, "evidence", shown, new TreeSet<>(evidence));
                        return new Revision(Json.write(file), new NewEntry("changed", by, now, changes, null));
                    })
                    .compose(changed -> changed.isEmpty()
                            ? Future.succeededFuture(Optional.empty())
                            : shown(reader, changed.get()).map(Optional::of));
        });
    }

    /** Newest first. */
    public Future<List<CaseView>> page(
            Reader reader,
            @Nullable String type,
            @Nullable Impact impact,
            boolean archived,
            @Nullable Long before,
            int limit) {
        return table.page(reader.scope, reader.filter(type, impact, archived), before, limit)
                .map(found -> found.stream().map(CaseView::of).toList());
    }

    /** The best first. */
    public Future<List<CaseView>> search(
            Reader reader, String text, @Nullable String type, @Nullable Impact impact, boolean archived, int limit) {
        return found(reader, reader.filter(type, impact, archived), text, SEARCHED, limit);
    }

    /** Cases that may help with a ticket, the likest first. */
    public Future<List<CaseView>> similar(Reader reader, Ticket ticket) {
        String text = ticket.title() + " " + ticket.problem();
        return found(reader, reader.filter(null, null, false), text, SIMILAR, MAX_SIMILAR);
    }

    private Future<List<CaseView>> found(Reader reader, CaseFilter filter, String text, double least, int limit) {
        return table.search(reader.scope, filter, text, least, limit)
                .map(found -> found.stream()
                        .map(each -> CaseView.of(each.document()).found(each.score(), text))
                        .toList());
    }

    /** Newest first; empty where there is no such case. */
    public Future<Optional<List<Entry>>> history(Reader reader, long id, @Nullable Integer below, int limit) {
        return readable(reader, id)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : table.history(id, below, limit).map(Optional::of));
    }

    /** Puts those away whose review is due. Answers how many. */
    public Future<Integer> putStaleAway() {
        Instant now = clock.instant();
        return table.changeStale(now, stored -> {
                    CaseFile before = Json.read(stored.body(), CaseFile.class);
                    CaseFile after = before.putAway();
                    String changes = Changes.between(before, after);
                    return new Revision(Json.write(after), new NewEntry("archived", ITSELF, now, changes, null));
                })
                .compose(some ->
                        some == 0 ? Future.succeededFuture(0) : putStaleAway().map(more -> some + more));
    }

    private Future<Optional<StoredDocument>> readable(Reader reader, long id) {
        return table.find(reader.scope, id).map(found -> found.filter(reader::reads));
    }

    private Future<CaseView> shown(Reader reader, StoredDocument stored) {
        return table.evidence(reader.scope, stored.id())
                .map(evidence -> CaseView.of(stored).with(evidence));
    }
}
