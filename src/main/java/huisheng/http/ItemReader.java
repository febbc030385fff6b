package huisheng.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one item as JSON and refuses what no later part could keep. */
final class ItemReader {
    private static final int MAX_ECHOED_ID = 200;
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(IntakeLimits.NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private final IntakeLimits limits;
    private final Messages messages;

    ItemReader(IntakeLimits limits, Messages messages) {
        this.limits = limits;
        this.messages = messages;
    }

    /** An item to push, or why it is none. */
    record Item(
            int index,
            @Nullable Integer line,
            @Nullable JsonNode node,
            @Nullable ItemResult rejection) {}

    Item read(Frame frame, int index) {
        byte[] bytes = frame.bytes();
        if (bytes == null) return rejected(frame, index, null, Phrase.of("reason.too-large", limits.itemBytes()), null);
        try {
            JsonNode node = READER.readTree(bytes);
            if (!node.isObject()) return rejected(frame, index, null, Phrase.of("reason.not-object"), null);
            String pointer = unkeepable(node);
            if (pointer == null) return new Item(index, frame.line(), node, null);
            return rejected(frame, index, externalId(node), Phrase.of("reason.bad-character"), pointer);
        } catch (StreamConstraintsException e) {
            return rejected(frame, index, null, Phrase.of("reason.too-deep", IntakeLimits.NESTING), null);
        } catch (JsonProcessingException e) {
            return rejected(frame, index, null, malformed(e), null);
        } catch (IOException e) {
            // Jackson tells bytes that are no UTF-8 this way
            return rejected(frame, index, null, Phrase.of("reason.malformed"), null);
        }
    }

    private static Phrase malformed(JsonProcessingException e) {
        // the exception's own message quotes the text, which must not travel further
        return e.getLocation() == null
                ? Phrase.of("reason.malformed")
                : Phrase.of("reason.malformed-at", Math.max(1, e.getLocation().getColumnNr()));
    }

    private Item rejected(
            Frame frame, int index, @Nullable String externalId, Phrase reason, @Nullable String pointer) {
        Integer line = frame.line();
        String text = messages.text(reason.key(), reason.arguments().toArray());
        ItemResult result = new ItemResult(
                index,
                externalId,
                ItemResult.Status.REJECTED,
                null,
                line == null ? text : messages.text("line", line, text),
                pointer,
                line,
                null);
        return new Item(index, line, null, result);
    }

    /** Pointer to the first text that PostgreSQL could not keep, null where there is none. */
    private static @Nullable String unkeepable(JsonNode node) {
        if (node.isTextual()) return keepable(node.textValue()) ? null : "";
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String found = keepable(field.getKey()) ? unkeepable(field.getValue()) : "";
            if (found != null) return "/" + escape(field.getKey()) + found;
        }
        if (!node.isArray()) return null;
        for (int i = 0; i < node.size(); i++) {
            String found = unkeepable(node.get(i));
            if (found != null) return "/" + i + found;
        }
        return null;
    }

    private static String escape(String name) {
        String kept = keepable(name) ? name : "?";
        return kept.replace("~", "~0").replace("/", "~1");
    }

    static boolean keepable(String text) {
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            // a surrogate that is read as a code point of its own has no partner
            if (c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) return false;
            i += Character.charCount(c);
        }
        return true;
    }

    private static @Nullable String externalId(JsonNode item) {
        String id = item.at(JsonPointer.compile("/externalId")).textValue();
        return id != null && id.length() <= MAX_ECHOED_ID && keepable(id) ? id : null;
    }
}
