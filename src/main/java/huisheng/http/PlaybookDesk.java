package huisheng.http;

import huisheng.access.Principal;
import huisheng.privacy.Masker;
import huisheng.store.AlertTable;
import huisheng.store.RequestKey;
import huisheng.ticket.Procedure;
import huisheng.ticket.ProcedureView;
import huisheng.ticket.Procedures;
import huisheng.ticket.RunStart;
import huisheng.ticket.RunView;
import huisheng.ticket.Runs;
import huisheng.ticket.Tickets;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands out procedures and starts playbooks for tickets and alerts that the caller may see. */
public final class PlaybookDesk implements Playbooks {
    private final Procedures procedures;
    private final Runs runs;
    private final Tickets tickets;
    private final AlertTable alerts;
    private final Masker masker = new Masker();

    public PlaybookDesk(Procedures procedures, Runs runs, Tickets tickets, AlertTable alerts) {
        this.procedures = procedures;
        this.runs = runs;
        this.tickets = tickets;
        this.alerts = alerts;
    }

    @Override
    public Future<List<ProcedureView>> list(@Nullable String type) {
        return procedures.list(type);
    }

    @Override
    public Future<Optional<ProcedureView>> find(String name) {
        return procedures.find(name);
    }

    @Override
    public Future<Optional<ProcedureView>> put(
            Principal caller, String name, @Nullable Procedure procedure, int version) {
        return procedures.put(name, procedure, version, caller.name()).recover(LoopProblems::told);
    }

    @Override
    public Future<Optional<RunView>> start(
            Principal caller, String name, @Nullable Long ticket, @Nullable Long alert, @Nullable RequestKey once) {
        Future<Optional<ProcedureView>> procedure = procedures.find(name);
        Future<Optional<RunStart>> start = start(caller, ticket, alert);
        return Future.all(procedure, start).compose(both -> {
            if (procedure.result().isEmpty() || start.result().isEmpty()) {
                return Future.succeededFuture(Optional.empty());
            }
            ProcedureView view = procedure.result().get();
            if (!view.playbook()) return Future.failedFuture(ProblemException.of(ProblemType.NO_CLOCK, name));
            return runs.start(name, view.procedure(), start.result().get(), caller.name(), once)
                    .map(Optional::of);
        });
    }

    private Future<Optional<RunStart>> start(Principal caller, @Nullable Long ticket, @Nullable Long alert) {
        if (ticket != null) {
            return tickets.find(caller.scope(), ticket).map(found -> found.map(RunStart::of));
        }
        return alert == null
                ? Future.succeededFuture(Optional.empty())
                : alerts.find(caller.scope(), alert)
                        .map(found -> found.map(raised -> new RunStart(null, raised.id(), raised.about())));
    }

    @Override
    public Future<Optional<RunView>> run(Principal caller, long id) {
        return runs.find(caller.scope(), id);
    }

    @Override
    public Future<List<RunView>> runs(Principal caller, @Nullable Long ticket, boolean open) {
        return runs.newest(caller.scope(), ticket, open);
    }

    @Override
    public Future<Optional<RunView>> done(Principal caller, long id, int step, @Nullable String note) {
        String masked = note == null ? null : masker.mask(note).text();
        return runs.done(caller.scope(), id, step, caller.name(), masked);
    }
}
