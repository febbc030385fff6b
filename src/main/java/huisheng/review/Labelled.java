package huisheng.review;

import java.util.Arrays;
import java.util.List;

/** A constant whose name on the wire is its lower-case kebab form: {@code FOOD_SAFETY} is {@code food-safety}. */
public interface Labelled {
    String name();

    default String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant with this label.
     *
     * @throws Fault where there is none, naming the labels there are
     */
    static <E extends Enum<E> & Labelled> E of(Class<E> type, String label) {
        for (E constant : type.getEnumConstants()) {
            if (constant.label().equals(label)) return constant;
        }
        List<String> labels =
                Arrays.stream(type.getEnumConstants()).map(Labelled::label).toList();
        throw new Fault("“" + label + "” 不在 " + labels + " 之中", "'" + label + "' is none of " + labels);
    }
}
