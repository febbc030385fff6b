package huisheng.access.user;

import io.vertx.core.Future;
import java.util.Optional;

/** Who is logged in. Safe from any thread. */
public interface Sessions {
    /**
     * Logs in.
     *
     * @param address where the try comes from
     */
    Future<Login> login(String login, String password, String address);

    /** The session that a cookie names; empty where it has ended. */
    Future<Optional<Session>> find(String secret);

    Future<Void> logout(Session session);

    /** Gives the user another password and a session under it; every other session of theirs has ended. */
    Future<Login> changePassword(Session session, String current, String next, String address);
}
