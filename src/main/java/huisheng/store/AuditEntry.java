package huisheng.store;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an audited call. Never a review's text, nor a secret.
 *
 * @param at to the millisecond
 * @param action what kind of thing it was
 * @param kind how the caller was known, or {@code none}
 * @param who the caller's id, null where it is not known
 * @param name of the caller, or the login that was tried
 * @param address cut to its network
 * @param route the path with its names
 * @param path the names' values: ids
 * @param parameters names of the query parameters
 * @param filter values of those that are no free text
 * @param request id of the call, as in the logs
 */
public record AuditEntry(
        Instant at,
        String action,
        String kind,
        @Nullable Long who,
        String name,
        String address,
        String method,
        String route,
        SortedMap<String, String> path,
        List<String> parameters,
        SortedMap<String, String> filter,
        int status,
        String request) {}
