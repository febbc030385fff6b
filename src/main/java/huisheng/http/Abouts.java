package huisheng.http;

import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Review;
import huisheng.review.Scope;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What something new is about: never more than its maker may see. */
final class Abouts {
    private Abouts() {}

    /**
     * What was named, else what the search or the reviews are about, else all that the caller may see.
     *
     * @throws ProblemException where the caller may not see all of it
     */
    static Scope of(Scope caller, @Nullable Scope named, @Nullable Filter search, List<Review> reviews) {
        Scope wanted = caller;
        if (named != null) wanted = wide(named, search == null ? named : within(caller, Scope.of(search)));
        else if (search != null) wanted = within(caller, Scope.of(search));
        else if (!reviews.isEmpty()) wanted = of(reviews);
        if (!caller.covers(wanted)) throw ProblemException.value("/about", "outside");
        return wanted;
    }

    /**
     * A ticket or a case is there for whoever may see all that it is about, so that it may not claim to be about less than
     * it rests on.
     *
     * @throws ProblemException where it does
     */
    static Scope wide(Scope named, Scope ground) {
        if (!named.covers(ground)) throw ProblemException.value("/about", "narrow");
        return named;
    }

    /** Of each dimension that all have a value in, these values. */
    static Scope of(List<Review> reviews) {
        Map<Dimension, Set<String>> values = new EnumMap<>(Dimension.class);
        Map<Dimension, Integer> having = new EnumMap<>(Dimension.class);
        for (Review review : reviews) {
            Scope.of(review).only().forEach((dimension, value) -> {
                values.computeIfAbsent(dimension, none -> new HashSet<>()).addAll(value);
                having.merge(dimension, 1, Integer::sum);
            });
        }
        values.keySet().removeIf(dimension -> having.getOrDefault(dimension, 0) < reviews.size());
        return new Scope(values);
    }

    private static Scope within(Scope caller, Scope wanted) {
        Map<Dimension, Set<String>> values = new EnumMap<>(Dimension.class);
        values.putAll(caller.only());
        values.putAll(wanted.only());
        return new Scope(values);
    }
}
