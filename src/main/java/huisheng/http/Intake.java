package huisheng.http;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.ingest.Delivery;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;

/** The write path as this package needs it. Safe from any thread. */
public interface Intake {
    /**
     * Commits one batch. The future completes after the commit, with one result per item in their order; it fails where
     * nothing of the batch was committed.
     *
     * @param delivery how to read the items
     * @param items objects whose strings hold neither NUL nor lone surrogates
     * @param firstIndex where the first item stands in the body
     * @param language of the reasons
     */
    Future<List<ItemResult>> push(Delivery delivery, List<JsonNode> items, int firstIndex, Locale language);

    /** Whether the analysis backlog has passed its bound, so that pushes should wait. */
    boolean overloaded();
}
