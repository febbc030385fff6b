package huisheng.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import huisheng.alert.delivery.EventTypes;
import huisheng.alert.delivery.ReviewMatch;
import huisheng.alert.delivery.TargetKind;
import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Noise;
import huisheng.review.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A target that an administrator asks for.
 *
 * @param address null to keep address and secret as they are
 * @param secret of the bot or webhook; null for none
 * @param events types that are told, each as in the contract
 * @param leastLevel events of levels above this number are left out
 * @param filter which reviews are told, for {@code review.matched}
 * @param scope what it may be told of, by dimension; null for everything
 */
record TargetRequest(
        TargetKind kind,
        @Nullable String address,
        @Nullable String secret,
        @Nullable String language,
        @Nullable Set<String> events,
        @Nullable Integer leastLevel,
        @Nullable ReviewFilter filter,
        @Nullable Map<Dimension, Set<String>> scope,
        @Nullable Boolean enabled) {
    private static final int MAX_TEXT = 2_000;
    private static final int LOWEST_LEVEL = 3;

    /** Which reviews; {@code q} holds plain words. */
    record ReviewFilter(
            @Nullable Map<Dimension, Set<String>> in,
            @Nullable String q,
            @Nullable Noise noise) {}

    @JsonCreator
    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    TargetRequest {
        if (kind == null) throw ProblemException.value("/kind", "missing");
        Values.check("/address", address, MAX_TEXT);
        Values.check("/secret", secret, MAX_TEXT);
        language = language == null ? "zh" : language;
        if (!Set.of("zh", "en").contains(language)) throw ProblemException.value("/language", "enum", "zh, en");
        events = events == null ? Set.of() : events;
        if (!EventTypes.ALL.containsAll(events)) {
            throw ProblemException.value("/events", "enum", String.join(", ", EventTypes.ALL));
        }
        if (leastLevel != null && (leastLevel < 1 || leastLevel > LOWEST_LEVEL)) {
            throw ProblemException.value("/leastLevel", "integer", 1, LOWEST_LEVEL);
        }
    }

    /**
     * Null where none is given.
     *
     * @throws ProblemException where it has values that cannot be
     */
    @Nullable
    Filter reviews() {
        if (filter == null) return null;
        Map<Dimension, Set<String>> in = ValueSets.checked("/filter/in", filter.in(), List.of(Dimension.values()));
        in.forEach((dimension, values) -> values.forEach(value -> {
            List<String> allowed = FilterParams.labels(dimension);
            if (!allowed.isEmpty() && !allowed.contains(value)) {
                throw ProblemException.value("/filter/in/" + dimension.key(), "enum", String.join(", ", allowed));
            }
        }));
        String words = filter.q() == null ? "" : filter.q();
        Values.check("/filter/q", words, MAX_TEXT);
        Filter reviews = new Filter(null, in, words, filter.noise() == null ? Noise.EXCLUDE : filter.noise());
        // refused here, and not when the first review comes
        if (!ReviewMatch.understands(reviews)) throw ProblemException.value("/filter/q", "words");
        return reviews;
    }

    /** Without address and secret. */
    @Override
    public String toString() {
        return "TargetRequest[" + kind.label() + "]";
    }

    Scope about() {
        return new Scope(ValueSets.checked("/scope", scope, List.copyOf(Scope.DIMENSIONS)));
    }
}
