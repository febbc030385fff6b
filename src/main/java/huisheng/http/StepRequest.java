package huisheng.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import huisheng.insight.BeforeAfter;
import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.ticket.Goal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is said with a step of a ticket. */
record StepRequest(
        @Nullable String owner,
        @Nullable String team,
        @Nullable String plan,
        @Nullable String criterion,
        @Nullable GoalRequest goal,
        @Nullable Integer level,
        @Nullable String reason,
        @Nullable String title,
        @Nullable String problem,
        @Nullable String type) {
    @JsonCreator
    StepRequest {
        owner = Bodies.optional("/owner", owner, Bodies.NAME);
        team = Bodies.optional("/team", team, Bodies.NAME);
        plan = Bodies.optional("/plan", plan, Bodies.TEXT);
        criterion = Bodies.optional("/criterion", criterion, Bodies.TEXT);
        if (level != null) level = Bodies.within("/level", level, 1, 3);
        reason = Bodies.optional("/reason", reason, Bodies.TEXT);
        title = Bodies.optional("/title", title, Bodies.TITLE);
        problem = Bodies.optional("/problem", problem, Bodies.TEXT);
        type = Bodies.type(type);
    }

    /** The measure that should become better. */
    record GoalRequest(
            String measure,
            @Nullable String aspect,
            @Nullable Map<Dimension, Set<String>> in,
            @Nullable String q,
            @Nullable Map<Dimension, Set<String>> control,
            @Nullable Integer days) {
        @JsonCreator
        @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
        GoalRequest {
            measure = Bodies.needed("/goal/measure", measure, Bodies.NAME);
            aspect = Bodies.optional("/goal/aspect", aspect, Bodies.NAME);
            q = Bodies.optional("/goal/q", q, 1_000);
            if (days != null) days = Bodies.within("/goal/days", days, Goal.MIN_DAYS, Goal.MAX_DAYS);
            in = in == null ? Map.of() : checked("/goal/in", in);
            control = control == null ? null : checked("/goal/control", control);
            try {
                BeforeAfter.check(measure, aspect == null ? "" : aspect);
            } catch (Fault e) {
                throw ProblemException.of(ProblemType.BAD_BODY, "/goal/measure", e)
                        .with("pointer", "/goal/measure");
            }
        }

        private static Map<Dimension, Set<String>> checked(String pointer, Map<Dimension, Set<String>> given) {
            Map<Dimension, Set<String>> checked = new EnumMap<>(Dimension.class);
            given.forEach((dimension, values) ->
                    checked.put(dimension, Bodies.values(pointer + "/" + dimension.key(), values)));
            return checked;
        }

        Goal goal() {
            return new Goal(
                    measure, aspect, in == null ? Map.of() : in, q, control, days == null ? Goal.DEFAULT_DAYS : days);
        }
    }
}
