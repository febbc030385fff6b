package huisheng.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Where a ticket comes from.
 *
 * @param alert number of the alert; null where there was none
 * @param search path and query of the search whose finds were linked; null where there was none
 */
public record Origin(
        String by, @Nullable Long alert, @Nullable String search) {}
