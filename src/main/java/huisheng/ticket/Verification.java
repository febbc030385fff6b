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
        @Nullable String reason) {
    /** What was measured, in its words and figures, and what the person said. */
    String says() {
        String measured = effect == null ? "" : effect.at("/says/zh").asText();
        if (reason == null) return measured;
        return measured.isEmpty() ? reason : measured + " " + reason;
    }
}
