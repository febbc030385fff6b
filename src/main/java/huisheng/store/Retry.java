package huisheng.store;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.util.Set;
import java.util.function.Supplier;

/** Runs a transaction again that PostgreSQL gave up in favour of another. */
final class Retry {
    private static final int TRIES = 5;
    /** deadlock_detected, serialization_failure */
    private static final Set<String> CONFLICTS = Set.of("40P01", "40001");

    private Retry() {}

    static <T> Future<T> onConflict(Supplier<Future<T>> transaction) {
        return onConflict(transaction, TRIES);
    }

    private static <T> Future<T> onConflict(Supplier<Future<T>> transaction, int tries) {
        return transaction
                .get()
                .recover(failure -> tries > 1 && isConflict(failure)
                        ? onConflict(transaction, tries - 1)
                        : Future.failedFuture(failure));
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof PgException refused && CONFLICTS.contains(refused.getSqlState());
    }
}
