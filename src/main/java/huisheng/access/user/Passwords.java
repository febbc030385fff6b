package huisheng.access.user;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

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

    /** @param most that have a turn at the same time */
    public Passwords(Vertx vertx, int most) {
        this.workers = vertx.createSharedWorkerExecutor("passwords", THREADS);
        this.most = most;
    }

    /**
     * Does work with one password, hash after hash. Where too many have a turn nothing of it is done and it fails with
     * {@link Crowded}: so what counts tries can leave this one out.
     */
    <T> Future<T> turn(Supplier<Future<T>> work) {
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            return Future.failedFuture(new Crowded());
        }
        return Future.<Void>succeededFuture().compose(go -> work.get()).onComplete(done -> waiting.decrementAndGet());
    }

    /** To be called within a {@link #turn}. */
    Future<String> hash(String password) {
        return workers.executeBlocking(() -> PasswordHash.of(password), false);
    }

    /** To be called within a {@link #turn}. */
    Future<Boolean> matches(String password, String hash) {
        return workers.executeBlocking(() -> PasswordHash.matches(password, hash), false);
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
