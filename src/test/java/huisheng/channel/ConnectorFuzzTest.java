package huisheng.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConnectorFuzzTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String[] NAMES = {
        "channel",
        "externalId",
        "id",
        "oid",
        "text",
        "content",
        "writtenAt",
        "created",
        "creationTime",
        "create_time",
        "rating",
        "score",
        "star",
        "result",
        "role",
        "author",
        "user",
        "userInfo",
        "attributes",
        "append",
        "afterSaleReview",
        "replies",
        "commentId",
        "comment_id",
        "idstr",
        "created_at",
        "product_handle",
        "body",
        "review_date",
        "reviewID",
        "review",
        "nps",
        "likes",
        "like_counts",
        "specs",
        "oldComment",
        "store",
        "source",
        "a/b~c",
        ""
    };
    private static final String[] VALUES = {
        "",
        " ",
        "1",
        "5",
        "400",
        "good",
        "2026-11-01T00:00:00Z",
        "2026-11-01 08:00:00",
        "1793491200",
        "好",
        "<b>&amp;",
        "\uD800",
        "\u0000",
        "x".repeat(25_000),
        "1.2万",
        "jd",
        "&#1114112;",
        "99999999999999999999999",
        "-5",
        "颜色:黑;;:",
        "NaN"
    };

    @Test
    void read_randomItems_neverThrowsAndAlwaysAnswers() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            JsonNode item = object(random, 3);
            for (String channel : Connectors.channels()) {
                Reading reading = Connectors.of(channel)
                        .orElseThrow()
                        .read(new Payload(round, item, Read.NOW, Map.of("writtenAt", "now")));
                assertThat(reading.reviews().size() + reading.rejections().size())
                        .as("seed %d round %d channel %s", seed, round, channel)
                        .isPositive();
                for (Rejection rejection : reading.rejections()) check(rejection, round, seed);
                for (RawReview raw : reading.reviews()) check(raw, seed);
            }
        }
    }

    private static void check(Rejection rejection, int round, long seed) {
        assertThat(rejection.index()).isEqualTo(round);
        assertThat(rejection.pointer()).as("seed %d", seed).matches("(?s)(/.*)?");
        assertThat(rejection.reason().zh()).isNotBlank();
        assertThat(rejection.reason().en()).isNotBlank();
    }

    private static void check(RawReview raw, long seed) {
        String text = raw.review().text();
        assertThat(text.length()).as("seed %d", seed).isLessThanOrEqualTo(ReviewLimits.TEXT);
        assertThat(text).as("seed %d", seed).doesNotContain("\u0000", "\uD800");
        assertThat(raw.review().externalId()).as("seed %d", seed).isNotBlank();
        assertThat(raw.review().author().key()).isNull();
        assertThat(raw.review().attributes().keySet()).as("seed %d", seed).doesNotContain("\uDC00", "\u0000");
    }

    private static JsonNode object(Random random, int depth) {
        ObjectNode object = JSON.objectNode();
        for (int i = random.nextInt(14); i >= 0; i--)
            object.set(NAMES[random.nextInt(NAMES.length)], value(random, depth));
        return object;
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 7)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(random.nextLong());
            case 2 -> JSON.numberNode(random.nextGaussian() * 1e17);
            case 3 -> JSON.booleanNode(random.nextBoolean());
            case 7 -> object(random, depth - 1);
            case 8 -> JSON.arrayNode().add(value(random, depth - 1)).add(object(random, depth - 1));
            default -> JSON.textNode(VALUES[random.nextInt(VALUES.length)]);
        };
    }
}
