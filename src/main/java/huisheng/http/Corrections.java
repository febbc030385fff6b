package huisheng.http;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.access.Principal;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Labels that people put right, as this package needs them. Safe from any thread. */
public interface Corrections {
    /** The correction of the review as it stands; empty where there is none or the scope hides the review. */
    Future<? extends Optional<?>> find(Principal caller, long id);

    /** Replaces it. Fails with a {@link ProblemException} for labels that cannot be, a review edited meanwhile, or none. */
    Future<?> put(Principal caller, long id, JsonNode labels);

    /** False where there was none. */
    Future<Boolean> delete(Principal caller, long id);

    /**
     * A page of all of them.
     *
     * @param cursor of the page before; null for the first
     */
    Future<Export> export(Principal caller, @Nullable String cursor, int limit);

    /**
     * @param rows one labelled text each, in the form of a corpus
     * @param cursor for the next page; null after the last
     */
    record Export(List<JsonNode> rows, @Nullable String cursor) {
        public Export {
            rows = List.copyOf(rows);
        }
    }
}
