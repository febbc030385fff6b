package huisheng.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A problem to be registered. What is absent is taken from the alert, where there is one.
 *
 * @param title needed where there is no alert
 * @param level 2 where neither tells one
 * @param about what it is about, by dimension; null for what its alert, its search or its reviews are about, else the
 *     caller's scope
 */
record TicketRequest(
        @Nullable String title,
        @Nullable String problem,
        @Nullable String type,
        @Nullable Integer level,
        @Nullable Map<Dimension, Set<String>> about,
        @Nullable Set<Long> reviews,
        @Nullable Long alert,
        @Nullable String owner,
        @Nullable String team) {
    @JsonCreator
    TicketRequest {
        title = alert == null
                ? Bodies.needed("/title", title, Bodies.TITLE)
                : Bodies.optional("/title", title, Bodies.TITLE);
        problem = Bodies.optional("/problem", problem, Bodies.TEXT);
        type = Bodies.type(type);
        about = Bodies.about(about);
        if (level != null) level = Bodies.within("/level", level, 1, 3);
        reviews = Bodies.reviews(reviews);
        if (alert != null && alert < 1) throw ProblemException.value("/alert", "integer", 1, Long.MAX_VALUE);
        owner = Bodies.optional("/owner", owner, Bodies.NAME);
        team = Bodies.optional("/team", team, Bodies.NAME);
    }

    @Nullable
    Scope scope() {
        return about == null ? null : new Scope(about);
    }
}
