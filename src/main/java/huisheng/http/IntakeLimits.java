package huisheng.http;

import java.time.Duration;

/**
 * Bounds of one push.
 *
 * @param bodyBytes of a body after inflation
 * @param itemBytes of one item
 * @param arrayItems of a JSON array
 * @param lines of an NDJSON body that hold an item
 * @param batchItems items committed together
 * @param batchBytes of the items committed together
 * @param resultBytes of the kept results, compressed
 * @param slowWindow in which a client must send {@code slowBytes}
 * @param patience how long a half-read body waits while the intake is overloaded
 */
public record IntakeLimits(
        long bodyBytes,
        int itemBytes,
        int arrayItems,
        int lines,
        int batchItems,
        int batchBytes,
        int resultBytes,
        Duration slowWindow,
        int slowBytes,
        Duration patience) {
    public static final IntakeLimits DEFAULT = new IntakeLimits(
            256L << 20,
            256 << 10,
            100_000,
            5_000_000,
            500,
            2 << 20,
            64 << 20,
            Duration.ofSeconds(15),
            1_024,
            Duration.ofSeconds(30));

    /** Containers within containers. */
    static final int NESTING = 20;

    /** The same with fewer kept results. */
    IntakeLimits results(int most) {
        return new IntakeLimits(
                bodyBytes,
                itemBytes,
                arrayItems,
                lines,
                batchItems,
                batchBytes,
                Math.min(most, resultBytes),
                slowWindow,
                slowBytes,
                patience);
    }

    IntakeLimits slow(Duration window, int bytes) {
        return new IntakeLimits(
                bodyBytes, itemBytes, arrayItems, lines, batchItems, batchBytes, resultBytes, window, bytes, patience);
    }

    IntakeLimits body(long bytes, Duration longest) {
        return new IntakeLimits(
                bytes,
                itemBytes,
                arrayItems,
                lines,
                batchItems,
                batchBytes,
                resultBytes,
                slowWindow,
                slowBytes,
                longest);
    }
}
