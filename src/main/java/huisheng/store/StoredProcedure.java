package huisheng.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A procedure that somebody has put over the one that the product ships, or beside those.
 *
 * @param body JSON; null where the shipped one holds again, or none
 */
public record StoredProcedure(
        String name, int version, @Nullable String body, String by, Instant at) {}
