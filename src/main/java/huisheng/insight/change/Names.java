package huisheng.insight.change;

/** What people call the values of dimensions: aspects, products, regions. */
@FunctionalInterface
public interface Names {
    Told value(String dimension, String value);

    /** The values as they are. */
    static Names plain() {
        return (dimension, value) -> Told.same(value);
    }
}
