package huisheng.alert.delivery;

import huisheng.review.Labelled;

/**
 * Through which server mail goes.
 *
 * @param host empty where none is set
 * @param user empty where the server asks for none
 */
public record MailServer(String host, int port, Security security, String user, String password, String from) {
    /** How the connection is kept from other eyes. */
    public enum Security implements Labelled {
        /** Only for a server on the same machine. */
        NONE,
        /** Begins in the open and is encrypted before anything is told; a server that cannot is refused. */
        STARTTLS,
        TLS
    }

    public boolean isSet() {
        return !host.isBlank();
    }

    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + ", " + security.label() + "]";
    }
}
