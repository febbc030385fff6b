package huisheng.store;

/** A bound was reached that keeps one thing readable. */
public final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int most;

    TooMany(int most) {
        super("at most " + most, null, false, false);
        this.most = most;
    }

    public int most() {
        return most;
    }
}
