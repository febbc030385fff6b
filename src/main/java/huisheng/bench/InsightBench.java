package huisheng.bench;

import huisheng.index.ReviewIndex;
import huisheng.index.Stop;
import huisheng.insight.Insights;
import huisheng.insight.ask.Parameter;
import huisheng.insight.ask.Question;
import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Period;
import huisheng.review.Scope;
import huisheng.review.Selection;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Puts the insight questions as their examples do, each time about another period of the length they take by default. */
final class InsightBench {
    /** Milliseconds; these two are asked while people type. */
    private static final Map<String, Integer> GOALS = Map.of("rising-words", 150, "cross", 150);

    private static final int GOAL = 300;

    private final Insights insights;
    private final Random random;
    private final Instant end;

    InsightBench(ReviewIndex index, Random random, Instant end) {
        this.insights = new Insights(index, aspect -> aspect, Clock.systemUTC());
        this.random = random;
        this.end = end;
    }

    static int goal(Question question) {
        return GOALS.getOrDefault(question.name(), GOAL);
    }

    Object ask(Question question) throws IOException {
        Map<String, String> given = new HashMap<>(question.example());
        Filter filter = Filter.NONE;
        for (Dimension dimension : Dimension.values()) {
            String value = given.remove(dimension.key());
            boolean own = question.parameters().stream()
                    .map(Parameter::names)
                    .anyMatch(names -> names.contains(dimension.key()));
            if (value != null && own) given.put(dimension.key(), value);
            else if (value != null) filter = filter.with(dimension, Set.of(value.split(",", -1)));
        }
        given.keySet().removeAll(Set.of("from", "until", "q", "noise"));
        Instant until = end.minus(Duration.ofDays(random.nextInt(60)));
        Period period = new Period(until.minus(question.window()), until);
        return insights.ask(question, new Selection(Scope.ALL, filter.during(period)), given, Stop.NEVER);
    }
}
