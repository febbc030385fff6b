package huisheng.access.user;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hashes passwords on threads of its own: each hash holds 19 MiB for some 50 ms, so only a few run at a time, a few
 * more wait, and the rest is refused. Safe from any thread.
 */
public final class Passwords {
    /** Of a random password nobody knows; verified against where there is no user, which so takes as long. */
    static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static final int THREADS = 2;

    private final WorkerExecutor workers;
    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param most hashes under way or waiting */
    public Passwords(Vertx vertx, int most) {
        this.workers = vertx.createSharedWorkerExecutor("passwords", THREADS);
        this.most = most;
    }

    /** Fails with {@link Crowded} where too many wait. */
    Future<String> hash(String password) {
        return run(() -> PasswordHash.of(password));
    }

    /** Fails with {@link Crowded} where too many wait. */
    Future<Boolean> matches(String password, String hash) {
        return run(() -> PasswordHash.matches(password, hash));
    }

    private <T> Future<T> run(Callable<T> work) {
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            return Future.failedFuture(new Crowded());
        }
        return workers.executeBlocking(work, false).onComplete(done -> waiting.decrementAndGet());
    }

    public Future<Void> close() {
        return workers.close();
    }

    /** So many passwords wait to be checked that this one would be checked too late. */
    public static final class Crowded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Crowded() {
            super("too many passwords to check", null, false, false);
        }
    }
}
