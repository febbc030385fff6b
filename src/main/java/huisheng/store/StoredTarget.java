package huisheng.store;

import huisheng.review.Filter;
import huisheng.review.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere that notices go.
 *
 * @param id never reused
 * @param shown as much of the address as may be read
 * @param sealed address and secret, encrypted by whoever keeps the key
 * @param language {@code zh} or {@code en}
 * @param events types that it subscribes to
 * @param leastLevel events of levels above this number are left out; null for all
 * @param filter which reviews it wants to be told of; null for none
 * @param failures how often in a row it could not be reached
 */
public record StoredTarget(
        long id,
        String name,
        String kind,
        String shown,
        String sealed,
        String language,
        List<String> events,
        @Nullable Integer leastLevel,
        @Nullable Filter filter,
        Scope scope,
        boolean enabled,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy,
        int failures) {
    public StoredTarget {
        events = List.copyOf(events);
    }

    @Override
    public String toString() {
        return "StoredTarget[" + id + ", " + name + "]";
    }
}
