package huisheng.http;

import huisheng.access.Principal;
import huisheng.store.Entry;
import huisheng.store.RequestKey;
import huisheng.ticket.CaseFile;
import huisheng.ticket.CaseView;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Remembers what it was asked, and has one case. */
final class FakeCases implements CaseLibrary {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    final List<Object> asked = new CopyOnWriteArrayList<>();

    @Override
    public Future<CaseView> write(Principal caller, CaseRequest wanted, @Nullable RequestKey once) {
        return Future.succeededFuture(written());
    }

    private static CaseView written() {
        return new CaseView(1, 1, Map.of(), CaseFile.blank("tester", NOW), null, null, null);
    }

    @Override
    public Future<Optional<CaseView>> change(Principal caller, long id, int version, CaseRequest wanted) {
        asked.add(version);
        return Future.succeededFuture(id == 1 ? Optional.of(written()) : Optional.empty());
    }

    @Override
    public Future<List<CaseView>> search(Principal caller, Query query) {
        asked.add(query);
        return Future.succeededFuture(List.of(written()));
    }

    @Override
    public Future<Optional<List<CaseView>>> similar(Principal caller, long ticket) {
        return Future.succeededFuture(ticket == 1 ? Optional.of(List.of(written())) : Optional.empty());
    }

    @Override
    public Future<Optional<CaseView>> find(Principal caller, long id) {
        return Future.succeededFuture(id == 1 ? Optional.of(written()) : Optional.empty());
    }

    @Override
    public Future<Optional<List<Entry>>> history(Principal caller, long id, @Nullable Integer below, int limit) {
        return Future.succeededFuture(Optional.of(List.of()));
    }
}
