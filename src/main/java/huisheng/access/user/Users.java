package huisheng.access.user;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The people there are. Safe from any thread. */
public interface Users {
    /** Empty where the login is taken, or there are too many users. */
    Future<Optional<User>> add(String login, String password, User.Profile profile);

    Future<Optional<User>> find(long id);

    /** In the order in which they were made, after that id. */
    Future<List<User>> list(long after, int limit);

    /** Empty where there is no such user. Who is disabled is logged out at once. */
    Future<Optional<User>> update(long id, User.Profile profile);

    /** Whether there is such a user, who is logged out everywhere. */
    Future<Boolean> setPassword(long id, String password);

    /** Whether there was such a user. */
    Future<Boolean> remove(long id);
}
