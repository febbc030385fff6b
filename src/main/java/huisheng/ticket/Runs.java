package huisheng.ticket;

import huisheng.json.Json;
import huisheng.review.Scope;
import huisheng.store.Database;
import huisheng.store.NewEntry;
import huisheng.store.RequestKey;
import huisheng.store.Revision;
import huisheng.store.RunTable;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Playbooks under way: who must do what by when (黄金四小时). Safe from any thread. */
public final class Runs {
    private final RunTable table;
    private final Clock clock;

    public Runs(Database database, Clock clock) {
        this.table = new RunTable(database);
        this.clock = clock;
    }

    /** @param once under what it is asked for: fails where that was before */
    public Future<RunView> start(
            String name, Procedure playbook, RunStart start, String by, @Nullable RequestKey once) {
        Instant now = clock.instant();
        Run run = Run.of(name, playbook, start, by, now);
        String changes = Changes.between(Json.MAPPER.createObjectNode(), run);
        Revision first = new Revision(Json.write(run), new NewEntry("started", by, now, changes, null, once));
        return table.insert(start.about(), first).map(stored -> RunView.of(stored, now));
    }

    public Future<Optional<RunView>> find(Scope scope, long id) {
        return table.find(scope, id).map(found -> found.map(stored -> RunView.of(stored, clock.instant())));
    }

    /**
     * The newest {@link RunTable#MAX_RUNS}.
     *
     * @param open only those under way
     */
    public Future<List<RunView>> newest(Scope scope, @Nullable Long ticket, boolean open) {
        return table.newest(scope, ticket, open)
                .map(found -> found.stream()
                        .map(stored -> RunView.of(stored, clock.instant()))
                        .toList());
    }

    /** Ticks a step off; empty where there is no such run or step. */
    public Future<Optional<RunView>> done(Scope scope, long id, int step, String by, @Nullable String note) {
        Instant now = clock.instant();
        return find(scope, id).compose(known -> {
            if (known.isEmpty() || !known.get().run().has(step)) return Future.succeededFuture(Optional.empty());
            return table.change(scope, id, stored -> {
                        Run before = Json.read(stored.body(), Run.class);
                        Run after = before.done(step, by, now, note);
                        return new Revision(
                                Json.write(after), new NewEntry("done", by, now, Changes.between(before, after), note));
                    })
                    .map(changed -> changed.map(stored -> RunView.of(stored, now)));
        });
    }
}
