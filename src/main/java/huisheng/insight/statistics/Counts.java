package huisheng.insight.statistics;

/** What counts and the figures made of them must fulfil. */
final class Counts {
    private Counts() {}

    /** @throws IllegalArgumentException unless 0 ≤ k ≤ n */
    static void check(long k, long n) {
        if (k < 0 || k > n) throw new IllegalArgumentException(k + " of " + n + " is no share");
    }

    /** @throws IllegalArgumentException unless 0 ≤ k ≤ n and 1 ≤ n */
    static void checkShare(long k, long n) {
        check(k, n);
        if (n < 1) throw new IllegalArgumentException("no share of nothing");
    }

    /** @throws IllegalArgumentException unless the value is finite; the message names it */
    static void checkFinite(String name, double value) {
        if (!Double.isFinite(value)) throw new IllegalArgumentException(name + " is " + value);
    }

    /** @throws IllegalArgumentException unless the value is finite and 0 or more; the message names it */
    static void checkSize(String name, double value) {
        checkFinite(name, value);
        if (value < 0) throw new IllegalArgumentException(name + " is " + value);
    }
}
