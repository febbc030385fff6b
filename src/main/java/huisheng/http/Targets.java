package huisheng.http;

import huisheng.access.Principal;
import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where notices go, and what became of them, as this package needs it. Safe from any thread. */
public interface Targets {
    Future<?> list();

    /** Empty where there is none. */
    Future<? extends Optional<?>> find(String name);

    /** Makes or replaces it. Fails with a {@link ProblemException} for an address that must not be called. */
    Future<?> put(Principal caller, String name, TargetRequest request);

    /** False where there was none. Fails with a {@link ProblemException} where alert rules name it. */
    Future<Boolean> delete(String name);

    /** How a test notice came out; empty where there is no such target. */
    Future<? extends Optional<?>> test(String name);

    /**
     * A page of deliveries, newest first.
     *
     * @param state null for all
     * @param cursor of the page before; null for the first
     */
    Future<?> deliveries(@Nullable String state, @Nullable String cursor, int limit);

    /** Tries a dead delivery again; empty where there is none, and a {@link ProblemException} where it is not dead. */
    Future<? extends Optional<?>> resend(long id);
}
