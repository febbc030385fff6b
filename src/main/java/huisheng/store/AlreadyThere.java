package huisheng.store;

import io.vertx.pgclient.PgException;

/** What should be made was made before. */
public final class AlreadyThere extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String UNIQUE_VIOLATION = "23505";

    AlreadyThere() {
        super("it is there already", null, false, false);
    }

    static Throwable or(Throwable failure) {
        boolean twice = failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
        return twice ? new AlreadyThere() : failure;
    }
}
