package huisheng.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a document.
 *
 * @param version that it made
 * @param changes by field, what it was and what it became
 */
public record Entry(
        int version,
        String kind,
        String by,
        Instant at,
        JsonNode changes,
        @Nullable String note) {}
