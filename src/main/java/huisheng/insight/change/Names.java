package huisheng.insight.change;

import huisheng.insight.ask.Wording;

/** What people call the values of dimensions: aspects, products, regions. */
@FunctionalInterface
public interface Names {
    Wording value(String dimension, String value);

    /** The values as they are. */
    static Names plain() {
        return (dimension, value) -> Wording.same(value);
    }
}
