package huisheng.insight.series;

/** What a series carries: a value, or the plain word that it is too short for one. */
public sealed interface Estimate<T> {

    record Known<T>(T value) implements Estimate<T> {}

    /**
     * @param buckets with a value, that there are
     * @param needed buckets with a value, from which on there is an answer
     */
    record TooShort<T>(int buckets, int needed) implements Estimate<T> {}
}
