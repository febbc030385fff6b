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
            bodies.add(one(corpus, start, Math.min(until, start + batch), List.of()));
        }
        return bodies;
    }

    /** A JSON array of the reviews with these numbers, and of some more. */
    static byte[] one(Corpus corpus, int from, int until, List<ObjectNode> more) {
        List<ObjectNode> reviews = new ArrayList<>();
        for (int number = from; number < until; number++) {
            reviews.add(node(corpus.review(number), corpus.user(number)));
        }
        reviews.addAll(more);
        return Json.write(reviews).getBytes(StandardCharsets.UTF_8);
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
