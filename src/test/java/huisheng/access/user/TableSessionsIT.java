package huisheng.access.user;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.access.Right;
import huisheng.access.Role;
import huisheng.access.SteadyClock;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import huisheng.store.Database;
import huisheng.store.EmbeddedDatabases;
import huisheng.store.FailureTable;
import huisheng.store.SessionTable;
import huisheng.store.UserTable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TableSessionsIT {
    private static final String PASSWORD = "correct horse battery";
    private static final TableSessions.Lifetime LIFETIME =
            new TableSessions.Lifetime(Duration.ofMinutes(30), Duration.ofHours(8));
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final Vertx vertx = Vertx.vertx();
    private final Passwords passwords = new Passwords(vertx, 100);
    private Database database;
    private TableUsers users;
    private TableSessions sessions;

    @BeforeAll
    void open() {
        database = EmbeddedDatabases.open(vertx);
        users = new TableUsers(new UserTable(database), passwords);
        sessions = sessions();
    }

    /** As another process, or the same after a restart, has it. */
    private TableSessions sessions() {
        return sessions(passwords);
    }

    private TableSessions sessions(Passwords turns) {
        return new TableSessions(
                new SessionTable(database),
                new UserTable(database),
                new FailureTable(database),
                turns,
                LIFETIME,
                new SteadyClock());
    }

    /** The database's clock cannot be set; so all that it wrote moves into the past, or out of it. */
    private void pass(Duration time) {
        String by = "make_interval(secs => " + time.toSeconds() + ")";
        change("UPDATE access_session SET used_at = used_at - " + by + ", created_at = created_at - " + by);
        change("UPDATE access_failure SET failed_at = failed_at - " + by);
    }

    private void change(String sql) {
        await(database.pool().query(sql).execute());
    }

    @AfterAll
    void close() {
        await(database.close());
        await(vertx.close());
    }

    private static User.Profile post(boolean disabled) {
        return new User.Profile("李娜", Role.POST, new Scope(Map.of(Dimension.REGION, Set.of("广东"))), "华南客服", disabled);
    }

    private User person() {
        String login = "Li.Na" + PEOPLE.incrementAndGet();
        return await(users.add(login, PASSWORD, post(false))).orElseThrow();
    }

    private Session login(User user) {
        Login login = await(sessions.login(user.login(), PASSWORD, "here" + user.id()));
        assertThat(login).isInstanceOf(Login.Welcome.class);
        return ((Login.Welcome) login).session();
    }

    @CanIgnoreReturnValue
    private Login wrong(TableSessions by, String login, String address) {
        return await(by.login(login, "wrong horse battery", address));
    }

    @Test
    void login_rightPassword_opensASessionWithTheRightsOfTheRole() {
        User user = person();
        Session session = login(user);
        User found = await(sessions.find(session.secret())).orElseThrow().user();
        assertThat(found).isEqualTo(user);
        assertThat(found.principal().rights()).containsExactlyInAnyOrder(Right.READ, Right.HANDLE);
        assertThat(found.principal().scope()).isEqualTo(post(false).scope());
        assertThat(found.principal().team()).isEqualTo("华南客服");
        assertThat(await(sessions.find(
                        new StringBuilder(session.secret()).reverse().toString())))
                .isEmpty();
        assertThat(await(sessions.find("short"))).isEmpty();
    }

    @Test
    void login_whateverTheCase_isTheSameOne() {
        User user = person();
        assertThat(user.login()).isLowerCase();
        assertThat(await(users.add(user.login().toUpperCase(Locale.ROOT), PASSWORD, post(false))))
                .isEmpty();
        assertThat(await(sessions.login(user.login().toUpperCase(Locale.ROOT), PASSWORD, "there")))
                .isInstanceOf(Login.Welcome.class);
    }

    @Test
    void login_wrongUnknownOrDisabled_isRefusedAlike() {
        User user = person();
        assertThat(wrong(sessions, user.login(), "w")).isEqualTo(new Login.Refused(true));
        assertThat(wrong(sessions, "nobody", "w")).isEqualTo(new Login.Refused(false));
        assertThat(await(users.update(user.id(), post(true)))).isPresent();
        assertThat(await(sessions.login(user.login(), PASSWORD, "w"))).isEqualTo(new Login.Refused(true));
    }

    @Test
    void login_unknownUser_takesAsLongAsAWrongPassword() {
        User user = person();
        double known = medianMillis(i -> user.login());
        double unknown = medianMillis(i -> "nobody-at-all" + i);
        assertThat(unknown).isCloseTo(known, within(Math.max(known, unknown) * 0.5));
    }

    private double medianMillis(IntFunction<String> login) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            wrong(sessions, login.apply(i), "timing" + i);
            nanos.add(System.nanoTime() - start);
        }
        return nanos.stream().sorted().skip(2).findFirst().orElseThrow() / 1e6;
    }

    @Test
    void session_unusedOrOld_hasEnded() {
        User user = person();
        Session idle = login(user);
        pass(Duration.ofMinutes(31));
        assertThat(await(sessions.find(idle.secret()))).isEmpty();
        Session used = login(user);
        for (int i = 0; i < 15; i++) {
            pass(Duration.ofMinutes(29));
            assertThat(await(sessions.find(used.secret()))).isPresent();
        }
        pass(Duration.ofMinutes(46));
        assertThat(await(sessions.find(used.secret()))).isEmpty();
        await(sessions.prune());
        assertThat(rows("access_session WHERE user_id = " + user.id())).isZero();
    }

    @Test
    void session_loggedOutDisabledOrRemoved_hasEndedForGood() {
        User user = person();
        Session first = login(user);
        Session second = login(user);
        await(sessions.logout(first));
        assertThat(await(sessions.find(first.secret()))).isEmpty();
        assertThat(await(sessions.find(second.secret()))).isPresent();
        assertThat(await(users.update(user.id(), post(true)))).isPresent();
        assertThat(await(users.update(user.id(), post(false)))).isPresent();
        assertThat(await(sessions.find(second.secret()))).isEmpty();
        Session third = login(user);
        assertThat(await(users.remove(user.id()))).isTrue();
        assertThat(await(sessions.find(third.secret()))).isEmpty();
    }

    @Test
    void changePassword_rightOne_endsEveryOtherSession() {
        User user = person();
        Session here = login(user);
        Session elsewhere = login(user);
        assertThat(await(sessions.changePassword(here, "wrong horse battery", "another long one", "x")))
                .isInstanceOf(Login.Refused.class);
        Login changed = await(sessions.changePassword(here, PASSWORD, "another long one", "x"));
        assertThat(await(sessions.find(here.secret()))).isEmpty();
        assertThat(await(sessions.find(elsewhere.secret()))).isEmpty();
        assertThat(await(sessions.find(((Login.Welcome) changed).session().secret())))
                .isPresent();
        assertThat(await(sessions.login(user.login(), PASSWORD, "x"))).isInstanceOf(Login.Refused.class);
    }

    @Test
    void login_tooManyFailures_waitsEvenWithTheRightPasswordAndAfterARestart() {
        User user = person();
        for (int i = 0; i < 5; i++) {
            assertThat(wrong(sessions, user.login(), "botnet" + i)).isInstanceOf(Login.Refused.class);
        }
        assertThat(await(sessions.login(user.login(), PASSWORD, "home")))
                .isInstanceOfSatisfying(
                        Login.TooEarly.class,
                        early -> assertThat(early.pause()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1)));
        TableSessions restarted = sessions();
        assertThat(await(restarted.login(user.login(), PASSWORD, "home"))).isInstanceOf(Login.TooEarly.class);
        pass(Duration.ofSeconds(1));
        assertThat(wrong(restarted, user.login(), "botnet")).isInstanceOf(Login.Refused.class);
        assertThat(wrong(restarted, user.login(), "botnet"))
                .isInstanceOfSatisfying(
                        Login.TooEarly.class,
                        early -> assertThat(early.pause()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2)));
        pass(Duration.ofSeconds(2));
        assertThat(login(user).user()).isEqualTo(user);
        assertThat(wrong(sessions, user.login(), "botnet")).isInstanceOf(Login.Refused.class);
    }

    /** As when the database's clock was ahead, and is set right. */
    @Test
    void lockOut_failureInTheFuture_lastsNoLongerThanItsPause() {
        User user = person();
        for (int i = 0; i < 5; i++) wrong(sessions, user.login(), "ahead" + i);
        pass(Duration.ofDays(-30));
        assertThat(await(sessions.login(user.login(), PASSWORD, "home")))
                .isInstanceOfSatisfying(
                        Login.TooEarly.class,
                        early -> assertThat(early.pause()).isLessThanOrEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void session_madeInTheFuture_opensNothing() {
        Session session = login(person());
        pass(Duration.ofHours(-1));
        assertThat(await(sessions.find(session.secret()))).isEmpty();
    }

    @Test
    void login_noTurnFree_countsAgainstNobody() {
        User user = person();
        TableSessions narrow = sessions(new Passwords(vertx, 1));
        for (int i = 0; i < 4; i++) wrong(sessions, user.login(), "before" + i);
        List<Future<Login>> tries = new ArrayList<>();
        for (int i = 0; i < 20; i++) tries.add(narrow.login(user.login(), "guess number " + i, "crowd"));
        Future<?> all = Future.join(tries).transform(done -> Future.succeededFuture("done"));
        assertThat(await(all)).isEqualTo("done");
        assertThat(tries.stream().filter(guess -> guess.cause() instanceof Passwords.Crowded))
                .hasSize(19);
        assertThat(failures()).isEqualTo(5);
    }

    private long failures() {
        return await(database.pool()
                        .query("SELECT failures FROM access_failure ORDER BY failed_at DESC LIMIT 1")
                        .execute())
                .iterator()
                .next()
                .getInteger(0);
    }

    /** Who logs in with the old password while it is changed is not to stay. */
    @Test
    void session_underAPasswordOfBefore_isNotOpened() {
        User user = person();
        UserTable table = new UserTable(database);
        String old = await(table.find(user.login())).orElseThrow().hash();
        SessionTable opened = new SessionTable(database);
        assertThat(await(opened.insert("a".repeat(64), user.id(), old))).isTrue();
        assertThat(await(users.setPassword(user.id(), "another long one"))).isTrue();
        assertThat(await(opened.insert("b".repeat(64), user.id(), old))).isFalse();
        assertThat(rows("access_session WHERE user_id = " + user.id())).isZero();
    }

    /** Else a guesser would send a thousand at once, before the first has failed. */
    @Test
    void login_triesAtTheSameTime_areCountedBeforeTheyFail() {
        User user = person();
        List<Future<Login>> tries = new ArrayList<>();
        for (int i = 0; i < 40; i++) tries.add(sessions.login(user.login(), "guess number " + i, "bot" + i));
        await(Future.join(tries));
        assertThat(tries.stream().filter(guess -> guess.result() instanceof Login.Refused))
                .hasSize(5);
    }

    /** A login that goes well takes the row away that others are about to count in. */
    @Test
    void attempt_whileOthersLogIn_neverFails() {
        FailureTable failures = new FailureTable(database);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            all.add(i % 2 == 0 ? failures.clear("crowd") : failures.attempt("crowd", failed -> Duration.ZERO));
        }
        assertThat(await(Future.all(all)).succeeded()).isTrue();
    }

    @Test
    void login_oneAddressManyLogins_hasToWait() {
        for (int i = 0; i < 30; i++) {
            assertThat(wrong(sessions, "spray" + i, "sprayer")).isInstanceOf(Login.Refused.class);
        }
        assertThat(wrong(sessions, "spray-on", "sprayer")).isInstanceOf(Login.TooEarly.class);
        assertThat(wrong(sessions, "spray-on", "another")).isInstanceOf(Login.Refused.class);
    }

    @Test
    void tables_afterALogin_holdNoSecretInTheClear() {
        User user = person();
        Session session = login(user);
        assertThat(rows("access_session WHERE hash = '" + session.secret() + "'"))
                .isZero();
        assertThat(rows("access_session WHERE hash = '" + session.csrfToken() + "'"))
                .isZero();
        assertThat(rows("access_user WHERE id = " + user.id() + " AND password LIKE '$argon2id$v=19$m=%'"))
                .isEqualTo(1);
        assertThat(session.toString()).doesNotContain(session.secret());
    }

    private long rows(String from) {
        return await(database.pool().query("SELECT count(*) FROM " + from).execute())
                .iterator()
                .next()
                .getLong(0);
    }
}
