package huisheng.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one target, as people read it: without what it tells.
 *
 * @param state {@code waiting}, {@code sending}, {@code sent} or {@code dead}
 * @param failures how often it, or its target before its turn, failed
 * @param error why the last attempt failed
 * @param dueAt when it is tried next, while it waits
 * @param endedAt when it was sent, or given up
 */
public record StoredDelivery(
        long id,
        String key,
        String type,
        @Nullable Integer level,
        String target,
        String kind,
        String state,
        int failures,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Instant endedAt) {}
