package huisheng.access;

import io.vertx.core.Future;
import java.util.Optional;

/** Where keys are kept, by their hash alone. */
@FunctionalInterface
public interface KeyLookup {
    /** @param hash as {@link ApiKeys#hash} gives it */
    Future<Optional<Principal>> find(String hash);
}
