package huisheng.http;

import io.vertx.core.Future;
import java.util.Map;

/** Whether the parts that the service stands on can do their work now. */
@FunctionalInterface
public interface Readiness {
    /** Per part, for example {@code database}: whether it is ready. */
    Future<Map<String, Boolean>> check();
}
