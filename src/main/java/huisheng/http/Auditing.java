package huisheng.http;

import huisheng.access.Digests;
import huisheng.access.Principal;
import huisheng.access.audit.AuditTrail;
import huisheng.review.Dimension;
import huisheng.store.AuditEntry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts calls on record as their endpoints declare it; {@link Calls#leave} holds the answer back until it is. */
final class Auditing {
    private static final Logger LOG = LoggerFactory.getLogger(Auditing.class);
    private static final int MAX_VALUE = 500;
    private static final String TRIED = "triedLogin";

    /** Their values are words of reviews. */
    private static final Set<Dimension> WORDS = EnumSet.of(Dimension.KEYWORD, Dimension.NEED, Dimension.ASPECT_OPINION);

    /** Parameters whose values are kept; what else is given may be anything. */
    private static final Set<String> KEPT = Stream.concat(
                    Arrays.stream(Dimension.values())
                            .filter(dimension -> !WORDS.contains(dimension))
                            .map(FilterParams::parameter),
                    Stream.of("from", "until", "noise", "every", "format", "limit"))
            .collect(Collectors.toUnmodifiableSet());

    private final AuditTrail trail;
    private final boolean behindProxy;
    private final Clock clock;

    Auditing(AuditTrail trail, boolean behindProxy, Clock clock) {
        this.trail = trail;
        this.behindProxy = behindProxy;
        this.clock = clock;
    }

    /** Goes on to the next handler, with a record to be written before the answer. */
    void begin(RoutingContext ctx, Endpoint endpoint) {
        Supplier<Future<Void>> writing = () -> write(ctx, endpoint);
        Calls.toRecord(ctx, writing);
        // a caller who has gone, or a handler that answered past Calls
        ctx.addEndHandler(end ->
                Calls.record(ctx).onFailure(e -> LOG.error("request {} is not on record", Calls.requestId(ctx), e)));
        ctx.next();
    }

    /** Whom a login was for: by name where there is such a user, else what was typed could be a password. */
    static void tried(RoutingContext ctx, String login, boolean known) {
        ctx.put(TRIED, known ? login : "unknown " + Digests.sha256(login).substring(0, 12));
    }

    private Future<Void> write(RoutingContext ctx, Endpoint endpoint) {
        Principal caller = Calls.callerOrNull(ctx);
        // whoever is not known has seen nothing, and could fill the log; whom they tried to be is told
        if (caller == null && ctx.get(TRIED) == null) return Future.succeededFuture();
        return trail.append(entry(ctx, endpoint, caller));
    }

    private AuditEntry entry(RoutingContext ctx, Endpoint endpoint, @Nullable Principal caller) {
        String tried = ctx.get(TRIED);
        return new AuditEntry(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                endpoint.audited().label(),
                caller == null ? "none" : caller.kind().label(),
                caller == null ? null : caller.id(),
                shown(caller != null ? caller.name() : tried == null ? "" : tried),
                Client.of(ctx.request(), behindProxy).network(),
                endpoint.method().name(),
                endpoint.path(),
                shown(ctx.pathParams()),
                ctx.queryParams().names().stream().map(Auditing::shown).sorted().toList(),
                filter(ctx.queryParams()),
                ctx.response().getStatusCode(),
                Calls.requestId(ctx));
    }

    private static SortedMap<String, String> shown(Map<String, String> values) {
        SortedMap<String, String> shown = new TreeMap<>();
        values.forEach((name, value) -> shown.put(shown(name), shown(value)));
        return shown;
    }

    private static SortedMap<String, String> filter(MultiMap query) {
        SortedMap<String, String> filter = new TreeMap<>();
        for (String name : new TreeSet<>(query.names())) {
            if (KEPT.contains(name)) filter.put(name, shown(String.join(",", query.getAll(name))));
        }
        return filter;
    }

    /** Bounded, and without what PostgreSQL could not hold. */
    private static String shown(String text) {
        String kept = text.length() > MAX_VALUE ? text.substring(0, MAX_VALUE) : text;
        return ItemReader.keepable(kept) ? kept : "?";
    }
}
