package huisheng.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of an object together with where they stand, so that every complaint can point. */
final class Fields {
    private final JsonNode node;
    private final String pointer;

    private Fields(JsonNode node, String pointer) {
        this.node = node;
        this.pointer = pointer;
    }

    /** @throws Rejected where the item is no object */
    static Fields of(JsonNode item) {
        return object(item, "");
    }

    private static Fields object(JsonNode node, String pointer) {
        if (node.isObject()) return new Fields(node, pointer);
        throw wrongType(pointer, node, "对象", "an object");
    }

    static Rejected wrongType(String pointer, JsonNode node, String zh, String en) {
        String got = node.getNodeType().name().toLowerCase(Locale.ROOT);
        return new Rejected(pointer, "wrong-type", "应为" + zh + "，收到 " + got, "expected " + en + ", got " + got);
    }

    static String escape(String name) {
        if (isPlain(name)) return name;
        String cut = name.length() <= 100 ? name : name.substring(0, 100);
        return cut.replace("~", "~0").replace("/", "~1").replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    }

    /** As nearly every name is: a pattern for each field of each review would cost more than reading it. */
    private static boolean isPlain(String name) {
        if (name.length() > 100) return false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c > 'z' || c == '/') return false;
        }
        return true;
    }

    String pointer(String name) {
        return pointer + "/" + escape(name);
    }

    JsonNode node() {
        return node;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Iterator<String> all = node.fieldNames(); all.hasNext(); ) names.add(all.next());
        return names;
    }

    /** The first of these names that has a value; the first name where none has. */
    String pick(String... names) {
        for (String name : names) if (!isAbsent(node.get(name))) return name;
        return names[0];
    }

    boolean has(String name) {
        return !isAbsent(node.get(name));
    }

    private static boolean isAbsent(@Nullable JsonNode value) {
        return value == null
                || value.isNull()
                || (value.isTextual() && value.textValue().isBlank());
    }

    /** A scalar as text, trimmed; null where absent or blank. Ids of 19 digits keep every digit. */
    @Nullable
    String text(int longest, String... names) {
        String name = pick(names);
        JsonNode value = node.get(name);
        if (isAbsent(value)) return null;
        return ReviewLimits.text(scalar(value, name).strip(), longest, pointer(name));
    }

    private String scalar(JsonNode value, String name) {
        if (value.isTextual()) return value.textValue();
        if (value.isFloatingPointNumber() && Math.abs(value.doubleValue()) >= 1e15) {
            throw new Rejected(
                    pointer(name), "lost-digits", "数字过大已丢失精度，请用字符串", "the number lost digits: send it as a string");
        }
        if (value.isNumber() || value.isBoolean()) return value.asText();
        throw wrongType(pointer(name), value, "字符串", "a string");
    }

    String required(int longest, String... names) {
        String value = text(longest, names);
        if (value != null) return value;
        throw new Rejected(pointer(names[0]), "missing", "缺少必填字段", "this field is required");
    }

    @Nullable
    Instant time(String... names) {
        String name = pick(names);
        String value = text(ReviewLimits.NAME, names);
        return value == null ? null : converted(name, value, Times::read);
    }

    /** Counts such as 1.2万 and 999+. */
    @Nullable
    Integer count(String... names) {
        String name = pick(names);
        String value = text(ReviewLimits.NAME, names);
        return value == null ? null : ReviewLimits.count(converted(name, value, Counts::read), pointer(name));
    }

    @Nullable
    Integer rating(RatingScale scale, String... names) {
        String name = pick(names);
        String value = text(ReviewLimits.NAME, names);
        return value == null ? null : converted(name, value, scale::read);
    }

    <T> T converted(String name, String value, Function<String, @Nullable T> reader) {
        T read = reader.apply(value);
        if (read != null) return read;
        throw new Rejected(pointer(name), "unreadable", "无法识别的值", "the value cannot be read");
    }

    /** The object of this name; null where absent. */
    @Nullable
    Fields object(String name) {
        JsonNode value = node.get(name);
        return isAbsent(value) ? null : object(value, pointer(name));
    }

    /** The objects of this name, whether it holds an array or one object. */
    List<Fields> objects(String name) {
        JsonNode value = node.get(name);
        if (isAbsent(value)) return List.of();
        if (!value.isArray()) return List.of(object(value, pointer(name)));
        List<Fields> objects = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) objects.add(object(value.get(i), pointer(name) + "/" + i));
        return objects;
    }
}
