package huisheng.http;

import huisheng.access.Digests;
import huisheng.access.user.Login;
import huisheng.access.user.Session;
import huisheng.access.user.Sessions;
import huisheng.access.user.User;
import huisheng.access.user.Users;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Users and their sessions in memory; passwords as they are, and no try after three failures. */
final class FakePeople implements Users, Sessions {
    private final Map<Long, User> users = new LinkedHashMap<>();
    private final Map<Long, String> passwords = new LinkedHashMap<>();
    private final Map<String, Long> sessions = new LinkedHashMap<>();
    private int failures;
    private long last;

    @Override
    public synchronized Future<Optional<User>> add(String typed, String password, User.Profile profile) {
        String login = typed.toLowerCase(Locale.ROOT);
        if (users.values().stream().anyMatch(user -> user.login().equals(login))) {
            return Future.succeededFuture(Optional.empty());
        }
        User user = new User(++last, login, profile, Instant.EPOCH, null);
        users.put(user.id(), user);
        passwords.put(user.id(), password);
        return Future.succeededFuture(Optional.of(user));
    }

    @Override
    public synchronized Future<Optional<User>> find(long id) {
        return Future.succeededFuture(Optional.ofNullable(users.get(id)));
    }

    @Override
    public synchronized Future<List<User>> list(long after, int limit) {
        return Future.succeededFuture(users.values().stream()
                .filter(user -> user.id() > after)
                .limit(limit)
                .toList());
    }

    @Override
    public synchronized Future<Optional<User>> update(long id, User.Profile profile) {
        return Future.succeededFuture(Optional.ofNullable(users.computeIfPresent(
                id,
                (same, user) -> new User(
                        id, user.login(), profile, user.createdAt(), profile.disabled() ? Instant.EPOCH : null))));
    }

    @Override
    public synchronized Future<Boolean> setPassword(long id, String password) {
        sessions.values().removeIf(owner -> owner == id);
        return Future.succeededFuture(passwords.replace(id, password) != null);
    }

    @Override
    public synchronized Future<Boolean> remove(long id) {
        sessions.values().removeIf(owner -> owner == id);
        return Future.succeededFuture(users.remove(id) != null);
    }

    @Override
    public synchronized Future<Login> login(String login, String password, String address) {
        if (failures >= 3) return Future.succeededFuture(new Login.TooEarly(Duration.ofMillis(1_500)));
        Optional<User> known = users.values().stream()
                .filter(user -> user.login().equals(login))
                .findFirst();
        return Future.succeededFuture(known.filter(user -> password.equals(passwords.get(user.id())))
                .<Login>map(user -> new Login.Welcome(open(user)))
                .orElseGet(() -> {
                    failures++;
                    return new Login.Refused(known.isPresent());
                }));
    }

    synchronized void forgive() {
        failures = 0;
    }

    private Session open(User user) {
        Session session = new Session(Digests.secret(), user);
        sessions.put(session.secret(), user.id());
        return session;
    }

    @Override
    public synchronized Future<Optional<Session>> find(String secret) {
        return Future.succeededFuture(
                Optional.ofNullable(sessions.get(secret)).map(users::get).map(user -> new Session(secret, user)));
    }

    @Override
    public synchronized Future<Void> logout(Session session) {
        sessions.remove(session.secret());
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<Login> changePassword(Session session, String current, String next, String address) {
        User user = session.user();
        if (!current.equals(passwords.get(user.id()))) return Future.succeededFuture(new Login.Refused(true));
        return setPassword(user.id(), next).map(done -> new Login.Welcome(open(user)));
    }
}
