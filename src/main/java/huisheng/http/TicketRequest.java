package huisheng.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A problem to be registered.
 *
 * @param level 2 where none is given
 * @param about what it is about, by dimension; null for what its search or its reviews are about, else the caller's scope
 */
record TicketRequest(
        String title,
        @Nullable String problem,
        @Nullable String type,
        @Nullable Integer level,
        @Nullable Map<Dimension, Set<String>> about,
        @Nullable Set<Long> reviews,
        @Nullable Long alert,
        @Nullable String owner,
        @Nullable String team) {
    private static final int DEFAULT_LEVEL = 2;

    @JsonCreator
    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    TicketRequest {
        title = Bodies.needed("/title", title, Bodies.TITLE);
        problem = Bodies.optional("/problem", problem, Bodies.TEXT);
        type = Bodies.type(type);
        level = level == null ? DEFAULT_LEVEL : Bodies.within("/level", level, 1, 3);
        reviews = Bodies.reviews(reviews);
        if (alert != null && alert < 1) throw ProblemException.value("/alert", "integer", 1, Long.MAX_VALUE);
        owner = Bodies.optional("/owner", owner, Bodies.NAME);
        team = Bodies.optional("/team", team, Bodies.NAME);
    }

    @Nullable Scope scope() {
        return Bodies.about(about);
    }
}
