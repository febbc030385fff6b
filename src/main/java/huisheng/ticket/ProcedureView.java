package huisheng.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A procedure as it is shown.
 *
 * @param version to be named by who changes it; 0 as shipped
 * @param playbook whether it can be run under the clock
 * @param by who changed it; null as shipped, like {@code at}
 */
public record ProcedureView(
        String name,
        int version,
        boolean playbook,
        Procedure procedure,
        @Nullable String by,
        @Nullable Instant at) {
    static ProcedureView shipped(String name, int version, Procedure procedure) {
        return new ProcedureView(name, version, procedure.playbook(), procedure, null, null);
    }
}
