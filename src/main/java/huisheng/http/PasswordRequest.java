package huisheng.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import huisheng.access.user.EasyPasswords;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Another password.
 *
 * @param current the one before, of a person who changes it
 * @param next null where an administrator wants one made up
 */
record PasswordRequest(@Nullable String current, @Nullable String next) {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;

    @JsonCreator
    PasswordRequest {
        if (current != null && current.length() > LONGEST) {
            throw ProblemException.value("/current", "long", LONGEST);
        }
    }

    /** Length counts, and that guessers do not begin with it; no rule about signs makes a short one good. */
    static void check(String pointer, String password, String login) {
        boolean good = password.length() >= SHORTEST
                && password.length() <= LONGEST
                && !password.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT))
                && ItemReader.keepable(password)
                && !EasyPasswords.contain(password);
        if (!good) throw ProblemException.value(pointer, "password", SHORTEST, LONGEST);
    }

    /** Without them, so that they reach no log. */
    @Override
    public String toString() {
        return "PasswordRequest[]";
    }
}
