package huisheng.index;

/** A question was given up because its {@link Stop} asked for it: nobody waits for the answer. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped() {
        super("the question was given up", null, false, false);
    }
}
