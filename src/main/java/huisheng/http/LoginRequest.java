package huisheng.http;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Who somebody says to be, and what shows it. */
record LoginRequest(String login, String password) {
    private static final int LONGEST = 256;

    @JsonCreator
    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    LoginRequest {
        if (login == null) throw ProblemException.value("/login", "missing");
        if (password == null) throw ProblemException.value("/password", "missing");
        Values.check("/login", login, LONGEST);
        // before it is hashed: Argon2 takes whatever comes, at a price
        Values.check("/password", password, LONGEST);
    }

    /** Without the password, so that it reaches no log. */
    @Override
    public String toString() {
        return "LoginRequest[]";
    }
}
