package huisheng;

import huisheng.access.SteadyClock;
import huisheng.access.audit.AuditTrail;
import huisheng.access.token.TokenLookup;
import huisheng.access.token.Tokens;
import huisheng.access.user.Passwords;
import huisheng.access.user.TableSessions;
import huisheng.access.user.TableUsers;
import huisheng.http.Access;
import huisheng.store.Database;
import huisheng.store.FailureTable;
import huisheng.store.SessionTable;
import huisheng.store.UserTable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;

/** How people come in, made of its parts; what has ended is dropped from time to time. */
final class Entrance {
    private static final long PRUNE_MS = 600_000;
    /** Passwords under way at a time, each some 50 ms: more would wait for longer than a person does. */
    private static final int MAX_PASSWORDS = 64;

    private final Vertx vertx;
    private final Passwords passwords;
    private final Access access;
    private final Chore pruning;

    Entrance(Vertx vertx, Settings.Access settings, Database database, AuditTrail audit) {
        this.vertx = vertx;
        this.passwords = new Passwords(vertx, MAX_PASSWORDS);
        UserTable users = new UserTable(database);
        TableSessions sessions = sessions(settings, database, users);
        this.access = new Access(
                new TableUsers(users, passwords),
                sessions,
                tokens(settings.oidc()),
                audit,
                new Access.Limits(settings.callsPerSecond(), settings.pushesPerSecond(), settings.strangersPerSecond()),
                settings.behindProxy());
        this.pruning = new Chore(vertx, "pruning sessions", PRUNE_MS, sessions::prune);
    }

    private TableSessions sessions(Settings.Access settings, Database database, UserTable users) {
        return new TableSessions(
                new SessionTable(database),
                users,
                new FailureTable(database),
                passwords,
                new TableSessions.Lifetime(
                        Duration.ofMinutes(settings.idleMinutes()), Duration.ofHours(settings.sessionHours())),
                new SteadyClock());
    }

    private TokenLookup tokens(Settings.Oidc oidc) {
        return oidc.tokens()
                .<TokenLookup>map(provider -> new Tokens(vertx, provider))
                .orElse(TokenLookup.NONE);
    }

    Access access() {
        return access;
    }

    Future<Void> close() {
        return pruning.stop().eventually(passwords::close);
    }
}
