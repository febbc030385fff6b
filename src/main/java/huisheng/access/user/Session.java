package huisheng.access.user;

import huisheng.access.Digests;

/**
 * Somebody who is logged in.
 *
 * @param secret what the cookie holds; only its hash is kept
 */
public record Session(String secret, User user) {
    /**
     * What a page must send along to change anything. It follows from the secret, which no other site can read and no
     * script either, so that nothing more need be kept.
     */
    public String csrfToken() {
        return Digests.sha256("csrf\n" + secret);
    }

    static String hash(String secret) {
        return Digests.sha256(secret);
    }

    /** Without the secret, so that it reaches no log. */
    @Override
    public String toString() {
        return "Session[" + user + "]";
    }
}
