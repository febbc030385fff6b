package huisheng.insight.ask;

import huisheng.review.Filter;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A question as it was put.
 *
 * @param selection always of a period
 * @param given the texts of its parameters by name
 * @param aspectName the active pack's name of an aspect, the id itself where it has none
 */
public record Asked(Selection selection, Map<String, String> given, UnaryOperator<String> aspectName) {
    public Asked {
        given = java.util.Collections.unmodifiableMap(new TreeMap<>(given));
    }

    /**
     * @param now nothing is asked about what lies after the full hour that follows: a day that goes on is no whole day,
     *     and a series must not end in days to come
     */
    public static Asked of(
            Question question,
            Selection selection,
            Map<String, String> given,
            UnaryOperator<String> aspectName,
            Instant now) {
        Instant hour = Instants.nextHour(now);
        Period period = selection.filter().period();
        if (period == null) period = new Period(hour.minus(question.window(given)), hour);
        else if (period.from().equals(Period.BEGINNING)) period = last(question.window(given), period.until(), hour);
        else if (period.from().isBefore(hour)) period = new Period(period.from(), earlier(period.until(), hour));
        return new Asked(selection.during(period), given, aspectName);
    }

    /** Where only the end is named. */
    private static Period last(Duration window, Instant until, Instant hour) {
        Instant end = earlier(until, hour);
        return new Period(end.minus(window), end);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The question's name and everything that it was told, in a fixed order. */
    public Map<String, Object> told(Question question) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("question", question.name());
        told.putAll(DrillDown.parameters(selection.filter()));
        told.putAll(given);
        return told;
    }

    /** @throws huisheng.review.Fault where what was given is not valid */
    public <T> T get(Parameter<T> parameter) {
        return parameter.of(given);
    }

    /** The same of other reviews. */
    public Asked about(Selection other) {
        return new Asked(other, given, aspectName);
    }

    public Period period() {
        return java.util.Objects.requireNonNull(selection.filter().period());
    }

    public String aspectName(String aspect) {
        return aspectName.apply(aspect);
    }

    /** The selection where a text in the search language holds as well; as it is where that is blank. */
    public Selection and(String query) {
        return and(selection, query);
    }

    public static Selection and(Selection selection, String query) {
        if (query.isBlank()) return selection;
        Filter filter = selection.filter();
        String both = filter.query().isBlank() ? query : "(" + filter.query() + ") AND (" + query + ")";
        return selection.with(new Filter(filter.period(), filter.in(), both, filter.noise()));
    }
}
