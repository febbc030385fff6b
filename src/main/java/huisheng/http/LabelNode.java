package huisheng.http;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.review.Labelled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One value of a body together with its JSON pointer. Every reading of a wrong value notes a {@link Fault} and answers
 * null, so that all faults of a body are told at once. One thread.
 */
final class LabelNode {
    static final int MAX_FAULTS = 20;
    private static final int MAX_ITEMS = 50;
    private static final int MAX_TEXT = 200;

    private final JsonNode node;
    private final String pointer;
    private final List<Fault> faults;

    LabelNode(JsonNode node, String pointer, List<Fault> faults) {
        this.node = node;
        this.pointer = pointer;
        this.faults = faults;
    }

    void fault(String key, Object... arguments) {
        if (faults.size() < MAX_FAULTS)
            faults.add(new Fault(pointer.isEmpty() ? "/" : pointer, Phrase.of(key, arguments)));
    }

    LabelNode at(String field) {
        return new LabelNode(node.path(field), pointer + "/" + field, faults);
    }

    boolean given() {
        return !node.isMissingNode() && !node.isNull();
    }

    boolean isText() {
        return node.isTextual();
    }

    /** False, and a fault, where this is no object or has a field besides these. */
    boolean isObjectOf(Set<String> fields) {
        if (!node.isObject()) {
            fault("label.object");
            return false;
        }
        for (var field : node.properties()) {
            if (fields.contains(field.getKey())) continue;
            String shown = ItemReader.keepable(field.getKey()) && field.getKey().length() <= 60 ? field.getKey() : "?";
            new LabelNode(
                            field.getValue(),
                            pointer + "/" + shown.replace("~", "~0").replace("/", "~1"),
                            faults)
                    .fault(
                            "label.unknown",
                            String.join(", ", fields.stream().sorted().toList()));
        }
        return true;
    }

    <T> @Nullable List<T> list(Function<LabelNode, @Nullable T> read) {
        if (!given()) return null;
        if (!node.isArray() || node.size() > MAX_ITEMS) {
            fault("label.list", MAX_ITEMS);
            return null;
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            LabelNode item = new LabelNode(node.get(i), pointer + "/" + i, faults);
            T value = read.apply(item);
            if (value != null) items.add(value);
        }
        return items;
    }

    <E extends Enum<E> & Labelled> @Nullable E label(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (node.isTextual() && constant.label().equals(node.textValue())) return constant;
        }
        fault(
                "parameter.enum",
                String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants())
                                .map(Labelled::label)
                                .toList()));
        return null;
    }

    @Nullable
    String text() {
        if (!given()) return null;
        String text = node.textValue();
        if (text != null && !text.isBlank() && text.length() <= MAX_TEXT && ItemReader.keepable(text)) return text;
        fault("label.text", MAX_TEXT);
        return null;
    }

    @Nullable
    Integer integer(int from, int to) {
        if (node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= from && node.intValue() <= to) {
            return node.intValue();
        }
        fault("parameter.integer", from, to);
        return null;
    }

    @Nullable
    Double score() {
        if (!given()) return null;
        if (node.isNumber() && node.doubleValue() >= -1 && node.doubleValue() <= 1) return node.doubleValue();
        fault("label.score");
        return null;
    }

    @Nullable
    Boolean flag() {
        if (!given()) return null;
        if (node.isBoolean()) return node.booleanValue();
        fault("label.flag");
        return null;
    }
}
