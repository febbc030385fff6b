package huisheng.store;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.Set;

/** Tells a database that is away from one that refuses. */
public final class Outage {
    /** Shutting down, crashed, starting up, and too many connections. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

    private Outage() {}

    /** Whether the same may well succeed a little later. */
    public static boolean is(Throwable failure) {
        return switch (failure) {
            case ConnectException refused -> true;
            case ClosedConnectionException gone -> true;
            case PgException refused -> STATES.contains(refused.getSqlState());
            default -> failure.getCause() != null && is(failure.getCause());
        };
    }
}
