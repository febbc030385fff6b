package huisheng.channel;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.review.Author;
import huisheng.review.ReviewKind;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Our own JSON, as {@code POST /api/v1/reviews} takes it. Strict: a misspelt field is told, not lost. */
final class Canonical extends ItemConnector {
    private static final Set<String> FIELDS = Set.of(
            "channel",
            "externalId",
            "kind",
            "parent",
            "brand",
            "product",
            "productName",
            "store",
            "region",
            "author",
            "rating",
            "text",
            "language",
            "writtenAt",
            "likes",
            "url",
            "variant",
            "attributes");
    private static final Set<String> AUTHOR_FIELDS = Set.of("userId", "level", "ageBand", "gender", "purchases");

    Canonical() {
        super("canonical");
    }

    @Override
    void read(Fields item, Payload payload, Sink sink) {
        known(item, FIELDS);
        String channel = ReviewLimits.channel(required(item, "channel", 1000), item.pointer("channel"));
        ReviewForm form = new ReviewForm(payload, channel, required(item, "externalId", ReviewLimits.ID));
        form.parent = string(item, "parent", ReviewLimits.ID);
        form.kind = kind(item, form);
        form.brand = string(item, "brand", ReviewLimits.NAME);
        form.product = string(item, "product", ReviewLimits.NAME);
        form.productName = string(item, "productName", ReviewLimits.PRODUCT_NAME);
        form.store = string(item, "store", ReviewLimits.NAME);
        form.region = string(item, "region", ReviewLimits.NAME);
        author(item, form);
        Integer rating = integer(item, "rating");
        form.rating = rating == null ? null : ReviewLimits.rating(rating, item.pointer("rating"));
        String text = string(item, "text", ReviewLimits.TEXT);
        form.text = text == null ? "" : text;
        form.language = checked(item, "language", ReviewLimits.NAME);
        form.writtenAt = time(item);
        Integer likes = integer(item, "likes");
        form.likes = likes == null ? 0 : ReviewLimits.count(likes, item.pointer("likes"));
        form.url = checked(item, "url", ReviewLimits.URL);
        form.variant = string(item, "variant", ReviewLimits.NAME);
        attributes(item, form.attributes);
        sink.add(form.review(item.pointer("text"), item.pointer("writtenAt")));
    }

    private static void known(Fields item, Set<String> fields) {
        for (String name : item.names()) {
            if (!fields.contains(name)) {
                throw new Rejected(item.pointer(name), "unknown-field", "未知字段", "there is no such field");
            }
        }
    }

    private static ReviewKind kind(Fields item, ReviewForm form) {
        String kind = string(item, "kind", ReviewLimits.NAME);
        boolean followup = "followup".equals(kind) || ("edit".equals(kind) && form.parent != null);
        if (kind != null && !followup && !kind.equals("initial") && !kind.equals("edit")) {
            throw new Rejected(
                    item.pointer("kind"),
                    "unknown-value",
                    "须为 initial、followup 或 edit",
                    "must be initial, followup or edit");
        }
        if (followup && form.parent == null) {
            throw new Rejected(item.pointer("parent"), "missing", "追评须指明 parent", "a follow-up names its parent");
        }
        return followup ? ReviewKind.FOLLOWUP : ReviewKind.INITIAL;
    }

    private static void author(Fields item, ReviewForm form) {
        Fields author = item.object("author");
        if (author == null) return;
        known(author, AUTHOR_FIELDS);
        form.userId = string(author, "userId", ReviewLimits.ID);
        Integer purchases = integer(author, "purchases");
        form.author = new Author(
                null,
                string(author, "level", ReviewLimits.NAME),
                string(author, "ageBand", ReviewLimits.NAME),
                string(author, "gender", ReviewLimits.NAME),
                purchases == null ? null : ReviewLimits.count(purchases, author.pointer("purchases")));
    }

    private static Instant time(Fields item) {
        String value = required(item, "writtenAt", ReviewLimits.NAME);
        Instant time = Times.readStrict(value);
        if (time != null) return time;
        throw new Rejected(
                item.pointer("writtenAt"),
                "unreadable",
                "须为带时区的 ISO-8601 时间，例如 2026-11-01T08:00:00+08:00",
                "must be ISO-8601 with a zone, such as 2026-11-01T08:00:00+08:00");
    }

    private static void attributes(Fields item, Map<String, String> attributes) {
        Fields given = item.object("attributes");
        if (given == null) return;
        if (given.names().size() > ReviewLimits.ATTRIBUTES) {
            throw new Rejected(
                    item.pointer("attributes"),
                    "too-many",
                    "属性不能超过 " + ReviewLimits.ATTRIBUTES + " 个",
                    "there may be " + ReviewLimits.ATTRIBUTES + " attributes");
        }
        for (String name : given.names()) {
            String key = ReviewLimits.text(name, ReviewLimits.ATTRIBUTE_KEY, given.pointer(name));
            String value = string(given, name, ReviewLimits.ATTRIBUTE);
            if (value != null) attributes.put(key, value);
        }
    }

    private static @Nullable String checked(Fields item, String name, int longest) {
        String value = string(item, name, longest);
        if (value == null) return null;
        return name.equals("url")
                ? ReviewLimits.url(value, item.pointer(name))
                : ReviewLimits.language(value, item.pointer(name));
    }

    private static @Nullable String string(Fields item, String name, int longest) {
        JsonNode value = item.node().get(name);
        if (value == null || value.isNull()) return null;
        if (!value.isTextual()) throw Fields.wrongType(item.pointer(name), value, "字符串", "a string");
        return ReviewLimits.text(value.textValue(), longest, item.pointer(name));
    }

    private static String required(Fields item, String name, int longest) {
        String value = string(item, name, longest);
        if (value != null && !value.isBlank()) return value;
        throw new Rejected(item.pointer(name), "missing", "缺少必填字段", "this field is required");
    }

    private static @Nullable Integer integer(Fields item, String name) {
        JsonNode value = item.node().get(name);
        if (value == null || value.isNull()) return null;
        if (value.isIntegralNumber() && value.canConvertToInt()) return value.intValue();
        throw Fields.wrongType(item.pointer(name), value, "整数", "an integer");
    }
}
