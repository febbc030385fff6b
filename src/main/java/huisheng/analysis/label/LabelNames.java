package huisheng.analysis.label;

import huisheng.review.Labelled;
import java.util.EnumMap;
import java.util.Map;

/** The names that the model of labels has for the constants of an enum, such as {@code risk:food-safety}: put together once. */
public final class LabelNames<E extends Enum<E> & Labelled> {
    private final Map<E, String> names;

    private LabelNames(Map<E, String> names) {
        this.names = names;
    }

    public static <E extends Enum<E> & Labelled> LabelNames<E> of(String prefix, Class<E> type) {
        Map<E, String> names = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) names.put(constant, prefix + constant.label());
        return new LabelNames<>(names);
    }

    public String of(E constant) {
        String name = names.get(constant);
        if (name == null) throw new IllegalArgumentException("no label for " + constant);
        return name;
    }
}
