package huisheng.http;

import huisheng.access.Principal;
import huisheng.store.RequestKey;
import huisheng.ticket.Procedure;
import huisheng.ticket.ProcedureView;
import huisheng.ticket.RunView;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Procedures, and playbooks under their clock, as this package needs them. Refusals are {@link ProblemException}s. Safe
 * from any thread.
 */
public interface Playbooks {
    /** By name, those for cases of a type; null for all. */
    Future<List<ProcedureView>> list(@Nullable String type);

    Future<Optional<ProcedureView>> find(String name);

    /**
     * @param procedure null to take it away
     * @param version that the caller has read, 0 for none
     * @return empty where there is none now
     */
    Future<Optional<ProcedureView>> put(Principal caller, String name, @Nullable Procedure procedure, int version);

    /** Of a ticket or an alert. Empty where there is no such procedure or nothing to start it for. */
    Future<Optional<RunView>> start(
            Principal caller, String name, @Nullable Long ticket, @Nullable Long alert, @Nullable RequestKey once);

    Future<Optional<RunView>> run(Principal caller, long id);

    /**
     * The newest.
     *
     * @param ticket null for those of any
     * @param open only those under way
     */
    Future<List<RunView>> runs(Principal caller, @Nullable Long ticket, boolean open);

    /** @param step from 1 on */
    Future<Optional<RunView>> done(Principal caller, long id, int step, @Nullable String note);
}
