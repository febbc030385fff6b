package huisheng.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import huisheng.json.Json;
import huisheng.review.Author;
import huisheng.review.ReviewKind;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of any shape, by a mapping. Complaints point to the row's own columns. */
final class Mapped extends ItemConnector {
    private final Mapping mapping;
    private final @Nullable DateTimeFormatter dates;

    Mapped(Mapping mapping) {
        super(mapping.constants().getOrDefault("channel", "import"));
        this.mapping = mapping;
        this.dates = mapping.datePattern() == null
                ? null
                : DateTimeFormatter.ofPattern(mapping.datePattern(), Locale.ENGLISH);
    }

    @Override
    void read(Fields item, Payload payload, Sink sink) {
        Fields row = flat(item);
        String channel = text(row, "channel", ReviewLimits.NAME);
        String id = row.required(ReviewLimits.ID, column("externalId"));
        ReviewForm form = new ReviewForm(payload, channel == null ? channel() : channel, id);
        form.parent = text(row, "parent", ReviewLimits.ID);
        form.kind = form.parent == null ? ReviewKind.INITIAL : ReviewKind.FOLLOWUP;
        form.brand = text(row, "brand", ReviewLimits.NAME);
        form.product = text(row, "product", ReviewLimits.NAME);
        form.productName = text(row, "productName", ReviewLimits.PRODUCT_NAME);
        form.store = text(row, "store", ReviewLimits.NAME);
        form.region = text(row, "region", ReviewLimits.NAME);
        form.userId = Texts.whole(text(row, "author.userId", ReviewLimits.ID));
        form.author = new Author(
                null,
                text(row, "author.level", ReviewLimits.NAME),
                text(row, "author.ageBand", ReviewLimits.NAME),
                text(row, "author.gender", ReviewLimits.NAME),
                row.count(column("author.purchases")));
        form.rating = row.rating(mapping.rating(), column("rating"));
        form.text = Titles.joined(Texts.body(row, column("title")), Texts.body(row, column("text")));
        form.language = text(row, "language", ReviewLimits.NAME);
        form.writtenAt = time(row);
        form.likes = Texts.orZero(row.count(column("likes")));
        String url = text(row, "url", ReviewLimits.URL);
        form.url = url == null ? null : ReviewLimits.url(url, row.pointer(column("url")));
        form.variant = text(row, "variant", ReviewLimits.NAME);
        for (Map.Entry<String, String> field : mapping.fields().entrySet()) {
            if (!field.getKey().startsWith("attributes.")) continue;
            form.keep(field.getKey().substring("attributes.".length()), row.text(ReviewLimits.TEXT, field.getValue()));
        }
        sink.add(form.review(row.pointer(column("text")), row.pointer(column("writtenAt"))));
    }

    private @Nullable Instant time(Fields row) {
        String column = column("writtenAt");
        DateTimeFormatter format = dates;
        if (format == null) return row.time(column);
        String value = row.text(ReviewLimits.NAME, column);
        return value == null ? null : row.converted(column, value, text -> Times.read(text, format));
    }

    private @Nullable String text(Fields row, String field, int longest) {
        return mapping.fields().containsKey(field) ? row.text(longest, column(field)) : null;
    }

    /** Where the mapping tells none: a name no column has. */
    private String column(String field) {
        return mapping.fields().getOrDefault(field, "(" + field + ")");
    }

    /** Lifts what JSON pointers lead to into fields of that name, so that rows and documents read alike. */
    private Fields flat(Fields item) {
        List<String> pointers = mapping.fields().values().stream()
                .filter(source -> source.startsWith("/"))
                .toList();
        if (pointers.isEmpty()) return item;
        ObjectNode lifted = Json.MAPPER.createObjectNode().setAll((ObjectNode) item.node());
        for (String pointer : pointers) {
            JsonNode value = item.node().at(pointer);
            if (!value.isMissingNode()) lifted.set(pointer, value);
        }
        return Fields.of(lifted);
    }
}
