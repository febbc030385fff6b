package huisheng.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import huisheng.ticket.Audience;
import huisheng.ticket.Impact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case to be written. Of a ticket, what is absent is taken from there.
 *
 * @param about what it is about, by dimension; null for its ticket's, its evidence's, else the caller's scope
 * @param ticket number of the closed ticket that it comes from
 * @param evidence numbers of reviews that show what it tells
 * @param reviewDue a year from now where none is given
 */
record CaseRequest(
        @Nullable String type,
        @Nullable String title,
        @Nullable String problem,
        @Nullable Impact impact,
        @Nullable String directCause,
        @Nullable String deeperCause,
        @Nullable List<String> whys,
        @Nullable String measures,
        @Nullable String effect,
        @Nullable Audience audience,
        @Nullable Instant reviewDue,
        @Nullable Boolean archived,
        @Nullable Map<Dimension, Set<String>> about,
        @Nullable Set<Long> evidence,
        @Nullable Long ticket) {
    private static final int MAX_WHYS = 7;

    @JsonCreator
    CaseRequest {
        type = Bodies.type(type);
        about = Bodies.about(about);
        title = Bodies.optional("/title", title, Bodies.TITLE);
        problem = Bodies.optional("/problem", problem, Bodies.TEXT);
        directCause = Bodies.optional("/directCause", directCause, Bodies.TEXT);
        deeperCause = Bodies.optional("/deeperCause", deeperCause, Bodies.TEXT);
        measures = Bodies.optional("/measures", measures, Bodies.TEXT);
        effect = Bodies.optional("/effect", effect, Bodies.TEXT);
        whys = whys == null ? null : checked(whys);
        evidence = evidence == null ? null : Bodies.reviews(evidence);
    }

    private static List<String> checked(List<String> whys) {
        if (whys.size() > MAX_WHYS) throw ProblemException.value("/whys", "many", MAX_WHYS);
        return whys.stream()
                .map(why -> Bodies.needed("/whys", why, Bodies.TEXT))
                .toList();
    }

    @Nullable
    Scope scope() {
        return about == null ? null : new Scope(about);
    }
}
