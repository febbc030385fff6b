package huisheng.ticket;

/** Somebody else was faster: the version that the caller knows is not the one that stands. */
public final class Outdated extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int version;

    Outdated(int version) {
        super("the version is " + version, null, false, false);
        this.version = version;
    }

    static void check(int expected, int version) {
        if (expected != version) throw new Outdated(version);
    }

    /** The one that stands. */
    public int version() {
        return version;
    }
}
