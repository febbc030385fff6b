package huisheng.access.user;

import huisheng.store.UserTable;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Users in the store's table. */
public final class TableUsers implements Users {
    private final UserTable table;
    private final Passwords passwords;

    public TableUsers(UserTable table, Passwords passwords) {
        this.table = table;
        this.passwords = passwords;
    }

    /** Logins differ by more than their case. */
    static String key(String login) {
        return login.toLowerCase(Locale.ROOT);
    }

    @Override
    public Future<Optional<User>> add(String login, String password, User.Profile profile) {
        return passwords.turn(() -> passwords
                .hash(password)
                .compose(hash -> table.insert(key(login), profile.stored(), hash))
                .map(added -> added.map(User::of)));
    }

    @Override
    public Future<Optional<User>> find(long id) {
        return table.find(id).map(found -> found.map(User::of));
    }

    @Override
    public Future<List<User>> list(long after, int limit) {
        return table.list(after, limit)
                .map(users -> users.stream().map(User::of).toList());
    }

    @Override
    public Future<Optional<User>> update(long id, User.Profile profile) {
        return table.update(id, profile.stored()).map(updated -> updated.map(User::of));
    }

    @Override
    public Future<Boolean> setPassword(long id, String password) {
        return passwords.turn(() -> passwords.hash(password).compose(hash -> table.setPassword(id, hash)));
    }

    @Override
    public Future<Boolean> remove(long id) {
        return table.delete(id);
    }
}
