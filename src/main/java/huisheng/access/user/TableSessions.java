package huisheng.access.user;

import huisheng.access.Digests;
import huisheng.store.FailureTable;
import huisheng.store.SessionTable;
import huisheng.store.UserTable;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sessions in the store's table: they outlive a restart, and end after a while unused, or at an age. */
public final class TableSessions implements Sessions {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SessionTable table;
    private final UserTable users;
    private final FailureTable failures;
    private final Passwords passwords;
    private final Lifetime lifetime;
    private final AddressFailures addresses;

    /** @param steady a clock that nobody sets; what the tables keep goes by the database's */
    public TableSessions(
            SessionTable table,
            UserTable users,
            FailureTable failures,
            Passwords passwords,
            Lifetime lifetime,
            Clock steady) {
        this.table = table;
        this.users = users;
        this.failures = failures;
        this.passwords = passwords;
        this.lifetime = lifetime;
        this.addresses = new AddressFailures(steady);
    }

    /**
     * How long a session lasts.
     *
     * @param idle unused
     * @param longest in any case
     */
    public record Lifetime(Duration idle, Duration longest) {}

    @Override
    public Future<Login> login(String login, String password, String address) {
        return check(TableUsers.key(login), password, address, this::open);
    }

    @Override
    public Future<Login> changePassword(Session session, String current, String next, String address) {
        return check(
                session.user().login(),
                current,
                address,
                (user, old) -> passwords
                        .hash(next)
                        .compose(hash -> users.setPassword(user.id(), hash).compose(done -> open(user, hash))));
    }

    /** Somebody whose password was right, and what it hashes to. */
    private interface Then {
        Future<Login> go(User user, String hash);
    }

    /** A try for which there is no turn is none, and counts against nobody. */
    private Future<Login> check(String login, String password, String address, Then then) {
        return passwords.turn(() -> {
            Duration wait = addresses.attempt(address);
            if (wait.isPositive()) return Future.succeededFuture(new Login.TooEarly(wait));
            String counted = Digests.sha256(login);
            return failures.attempt(counted, Backoff.OF_LOGIN::after)
                    .compose(longer -> longer.isPositive()
                            ? Future.succeededFuture(new Login.TooEarly(longer))
                            : verified(login, password, (user, hash) -> {
                                addresses.forgive(address);
                                return failures.clear(counted).compose(done -> then.go(user, hash));
                            }));
        });
    }

    /** Takes as long whether there is such a user or not. */
    private Future<Login> verified(String login, String password, Then then) {
        return users.find(login).compose(found -> {
            String hash = found.map(UserTable.WithPassword::hash).orElse(Passwords.NOBODY);
            return passwords
                    .matches(password, hash)
                    .compose(same -> found.filter(any -> same)
                            .map(right -> User.of(right.user()))
                            .filter(user -> user.disabledAt() == null)
                            .map(user -> then.go(user, hash))
                            .orElseGet(() -> Future.succeededFuture(new Login.Refused(found.isPresent()))));
        });
    }

    /** No session where the password was changed, or the user disabled, since it was verified. */
    private Future<Login> open(User user, String hash) {
        Session session = new Session(Digests.secret(), user);
        return table.insert(Session.hash(session.secret()), user.id(), hash)
                .map(opened -> opened ? new Login.Welcome(session) : new Login.Refused(true));
    }

    @Override
    public Future<Optional<Session>> find(String secret) {
        if (!SHAPE.matcher(secret).matches()) return Future.succeededFuture(Optional.empty());
        return table.use(Session.hash(secret), lifetime.idle(), lifetime.longest())
                .map(found -> found.map(user -> new Session(secret, User.of(user))));
    }

    @Override
    public Future<Void> logout(Session session) {
        return table.delete(Session.hash(session.secret()));
    }

    /** Drops what is over. */
    public Future<Void> prune() {
        return table.prune(lifetime.idle(), lifetime.longest()).compose(done -> failures.prune());
    }
}
