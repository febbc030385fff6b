package huisheng.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import huisheng.json.Json;
import huisheng.review.Review;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reviews as bodies of a push, made before anything is measured. */
final class Bodies {
    private Bodies() {}

    /** JSON arrays of the reviews with these numbers, {@code batch} in each. */
    static List<byte[]> of(Corpus corpus, int from, int until, int batch) {
        List<byte[]> bodies = new ArrayList<>();
        for (int start = from; start < until; start += batch) {
            List<ObjectNode> reviews = new ArrayList<>(batch);
            for (int number = start; number < Math.min(until, start + batch); number++) {
                reviews.add(node(corpus.review(number), corpus.user(number)));
            }
            bodies.add(Json.write(reviews).getBytes(StandardCharsets.UTF_8));
        }
        return bodies;
    }

    private static ObjectNode node(Review review, String user) {
        ObjectNode node = Json.MAPPER.valueToTree(review);
        if (node.get("author") instanceof ObjectNode author) {
            author.remove("key");
            author.put("userId", user);
        }
        return node;
    }
}
