package huisheng.access.user;

import java.time.Duration;

/**
 * How long to wait after failures in a row: not at all at first, then twice as long each time.
 *
 * @param free failures that cost nothing
 */
record Backoff(int free, Duration longest) {
    /** A person mistypes a few times; after that a guesser gets a hundred tries a day. */
    static final Backoff OF_LOGIN = new Backoff(5, Duration.ofMinutes(15));

    /** Many people may share an address. */
    static final Backoff OF_ADDRESS = new Backoff(30, Duration.ofMinutes(15));

    private static final int MAX_DOUBLINGS = 20;

    Duration after(int failures) {
        if (failures < free) return Duration.ZERO;
        Duration pause = Duration.ofSeconds(1L << Math.min(failures - free, MAX_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
