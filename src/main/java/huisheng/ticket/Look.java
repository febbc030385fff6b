package huisheng.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * What was measured of a ticket's {@link Goal}. The first that is not preliminary is the last: who looks again and again
 * until it is significant would find chance (P. Armitage, C. McPherson and B. Rowe, "Repeated significance tests on
 * accumulating data", Journal of the Royal Statistical Society A 132 (1969), 235–244).
 *
 * @param preliminary taken before the days after the implementation were over, so that it decides nothing
 * @param effect figures and receipt, and places of evidence without the words of reviews, which an erasure must find
 */
public record Look(String by, Instant at, boolean preliminary, JsonNode effect) {
    static Look of(String by, Instant at, boolean preliminary, JsonNode effect) {
        JsonNode wordless = effect.deepCopy();
        for (String side : List.of("evidenceBefore", "evidenceAfter")) {
            for (JsonNode quote : wordless.path(side).path("quotes")) {
                if (quote instanceof ObjectNode place) place.remove("text");
            }
        }
        return new Look(by, at, preliminary, wordless);
    }

    boolean better() {
        return effect.path("label").asText().equals("better");
    }
}
