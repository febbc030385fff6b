package huisheng.access.user;

import java.time.Duration;

/** How a try to log in went. */
public sealed interface Login {
    /** It is them. */
    record Welcome(Session session) implements Login {}

    /**
     * There is no such user, the password is another, or the user is disabled: which of them is not told.
     *
     * @param known whether there is such a user, for the audit log alone
     */
    record Refused(boolean known) implements Login {}

    /** There were too many failures; nothing was checked. */
    record TooEarly(Duration pause) implements Login {}
}
