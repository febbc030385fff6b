package huisheng.channel;

/** Leaves the reading of an item; caught in {@link ItemConnector}. */
final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String pointer;
    private final String code;
    private final transient Message reason;

    Rejected(String pointer, String code, String zh, String en) {
        super(code, null, false, false);
        this.pointer = pointer;
        this.code = code;
        this.reason = new Message(zh, en);
    }

    Rejection at(int index) {
        return new Rejection(index, pointer, code, reason);
    }
}
