package huisheng.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import huisheng.access.Digests;
import huisheng.access.Role;
import huisheng.review.Dimension;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person who is to be able to log in.
 *
 * @param password null where one is to be made up
 */
record NewUserRequest(String login, UserRequest user, @Nullable String password) {
    static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{1,63}");

    @JsonCreator
    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    static NewUserRequest of(
            String login,
            String name,
            Role role,
            @Nullable Map<Dimension, Set<String>> scope,
            @Nullable String team,
            @Nullable String password) {
        if (login == null) throw ProblemException.value("/login", "missing");
        if (!LOGIN.matcher(login).matches()) throw ProblemException.value("/login", "pattern");
        if (password != null) PasswordRequest.check("/password", password, login);
        return new NewUserRequest(
                login.toLowerCase(Locale.ROOT), new UserRequest(name, role, scope, team, false), password);
    }

    String passwordOrNew() {
        return password != null ? password : made();
    }

    /** 120 random bits. */
    static String made() {
        return Digests.secret().substring(0, 20);
    }

    /** Without the password, so that it reaches no log. */
    @Override
    public String toString() {
        return "NewUserRequest[" + login + "]";
    }
}
