package huisheng.alert.delivery;

import huisheng.review.Labelled;

/** An address that must not be called. Does not repeat it. */
public final class AddressRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final Why why;

    private AddressRefused(Why why) {
        super("the address is refused: " + why.label(), null, false, false);
        this.why = why;
    }

    /** What is wrong with it. */
    public enum Why implements Labelled {
        SYNTAX,
        SCHEME,
        /** A name or password within it, which every log on the way would show. */
        USER,
        /** Its host's name is unknown now. */
        UNKNOWN,
        /** It lies within a network of our own. */
        PRIVATE,
        /** No mail address, or too many. */
        MAIL,
        /** Mail cannot be sent: no server is set. */
        NO_MAIL_SERVER,
        /** A webhook without a secret, or with one that can be guessed. */
        SECRET
    }

    static AddressRefused of(Why why) {
        return new AddressRefused(why);
    }

    public Why why() {
        return why;
    }
}
