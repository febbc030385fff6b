package huisheng.http;

import huisheng.access.Principal;
import huisheng.store.RequestKey;
import huisheng.ticket.Procedure;
import huisheng.ticket.ProcedureView;
import huisheng.ticket.RunView;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Remembers what it was asked, and has the procedures that were put. */
final class FakePlaybooks implements Playbooks {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    final List<Object> asked = new CopyOnWriteArrayList<>();
    final Map<String, ProcedureView> procedures = new java.util.concurrent.ConcurrentSkipListMap<>();

    @Override
    public Future<List<ProcedureView>> list(@Nullable String type) {
        return Future.succeededFuture(List.copyOf(procedures.values()));
    }

    @Override
    public Future<Optional<ProcedureView>> find(String name) {
        return Future.succeededFuture(Optional.ofNullable(procedures.get(name)));
    }

    @Override
    public Future<Optional<ProcedureView>> put(
            Principal caller, String name, @Nullable Procedure procedure, int version) {
        if (procedure == null) {
            asked.add(procedures.remove(name) != null);
            return Future.succeededFuture(Optional.empty());
        }
        procedures.put(name, new ProcedureView(name, version + 1, procedure.playbook(), procedure, "tester", NOW));
        return find(name);
    }

    @Override
    public Future<Optional<RunView>> start(
            Principal caller, String name, @Nullable Long ticket, @Nullable Long alert, @Nullable RequestKey once) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Optional<RunView>> run(Principal caller, long id) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<List<RunView>> runs(Principal caller, @Nullable Long ticket, boolean open) {
        asked.add(Objects.requireNonNullElse(ticket, 0L));
        return Future.succeededFuture(List.of());
    }

    @Override
    public Future<Optional<RunView>> done(Principal caller, long id, int step, @Nullable String note) {
        return Future.succeededFuture(Optional.empty());
    }
}
