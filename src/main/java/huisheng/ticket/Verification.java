package huisheng.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a ticket counts as solved, as it was told then.
 *
 * @param effect what was measured, with figures and receipt; null where the ticket names no measure
 * @param reason in the words of who verified; never null where nothing measured says that it became better
 */
public record Verification(
        String by,
        Instant at,
        @Nullable JsonNode effect,
        @Nullable String reason) {}
