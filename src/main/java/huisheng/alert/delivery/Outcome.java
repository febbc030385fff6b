package huisheng.alert.delivery;

import java.time.Duration;

/**
 * What a call of a target came to. The reasons are our own words with the code of the answer: what a server answers may
 * repeat a secret, and is not kept.
 */
public sealed interface Outcome {
    Outcome DELIVERED = new Delivered();

    /** The target has taken it. */
    record Delivered() implements Outcome {}

    /** Not called: too much is under way. */
    record Busy(Duration pause) implements Outcome {}

    /** The target asked for patience. */
    record Throttled(String why, Duration pause) implements Outcome {}

    /** The target could not be reached, or can serve nobody: it is no fault of the notice. */
    record Unreachable(String why) implements Outcome {}

    /** Not taken this time, for a reason that may pass. */
    record Failed(String why) implements Outcome {}

    /** Never to be taken as it is: the address, the secret or the form is wrong. */
    record Refused(String why) implements Outcome {}
}
