package huisheng.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import huisheng.json.Json;
import huisheng.review.Review;
import org.jspecify.annotations.Nullable;

/** A review as {@code POST /api/v1/reviews} takes it. */
final class CanonicalJson {
    private CanonicalJson() {}

    /** @param userId the channel's id of the writer, which the intake hashes */
    static JsonNode of(Review review, @Nullable String userId) {
        ObjectNode node = Json.MAPPER.valueToTree(review);
        if (node.get("author") instanceof ObjectNode author) {
            author.remove("key");
            if (userId != null) author.put("userId", userId);
        }
        return node;
    }
}
