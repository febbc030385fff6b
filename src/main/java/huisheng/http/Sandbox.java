package huisheng.http;

import huisheng.access.Principal;
import io.vertx.core.Future;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Aspect packs and their changes, as this package needs them. Answers are empty for a pack that is not there; a pack that
 * cannot be used fails with a {@link ProblemException} that names the place. Safe from any thread.
 */
public interface Sandbox {
    Future<?> list();

    Future<Optional<Text>> text(String pack);

    Future<? extends Optional<?>> versions(String pack);

    Future<? extends Optional<?>> preview(Principal caller, String pack, String yaml, int sample);

    /** @param expected the version that is to be replaced; null for any */
    Future<? extends Optional<?>> apply(Principal caller, String pack, String yaml, @Nullable Integer expected);

    Future<? extends Optional<?>> rollback(Principal caller, String pack);

    Future<? extends Optional<?>> progress(String pack);

    /** @param version 0 for the file */
    record Text(int version, String yaml) {}
}
