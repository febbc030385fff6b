package huisheng.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import huisheng.access.Digests;
import huisheng.access.Role;
import huisheng.access.user.User;
import huisheng.review.Dimension;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person who is to be able to log in; the rest as in {@link UserRequest}.
 *
 * @param password null where one is to be made up
 */
record NewUserRequest(
        String login,
        String name,
        Role role,
        @Nullable Map<Dimension, Set<String>> scope,
        @Nullable String team,
        @Nullable String password) {
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{1,63}");
    private static final int MADE_UP = 20;

    @JsonCreator
    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    NewUserRequest {
        if (login == null) throw ProblemException.value("/login", "missing");
        if (!LOGIN.matcher(login).matches()) throw ProblemException.value("/login", "pattern");
        if (password != null) PasswordRequest.check("/password", password, login);
        scope = new UserRequest(name, role, scope, team, false).scope();
    }

    User.Profile profile() {
        return new UserRequest(name, role, scope, team, false).profile();
    }

    /** 120 random bits. */
    static String madeUpPassword() {
        return Digests.secret().substring(0, MADE_UP);
    }

    /** Without the password, so that it reaches no log. */
    @Override
    public String toString() {
        return "NewUserRequest[" + login + "]";
    }
}
