package huisheng.store;

import io.vertx.core.Future;
import java.util.Optional;

/** What was made under which {@link RequestKey}, for good. Safe from any thread. */
public interface RequestKeys {
    /** @param key of a {@link RequestKey} */
    Future<Optional<Made>> find(String key);
}
