package huisheng.alert.watch;

import huisheng.alert.rule.ActiveRule;
import huisheng.alert.rule.Rule;
import huisheng.index.ReviewSnapshot;
import huisheng.index.Tally;
import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Period;
import huisheng.review.Scope;
import huisheng.review.Selection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One evaluation of a rule. Used by one thread.
 *
 * @param at the moment that it is about
 * @param aspectName of the pack in use
 * @param known groups whose alert is not closed: why they are is known already
 */
record Looking(
        ActiveRule active, ReviewSnapshot now, Instant at, UnaryOperator<String> aspectName, Predicate<String> known) {
    Rule rule() {
        return active.rule();
    }

    /** Up to the moment. */
    Period window(Duration length) {
        return new Period(at.minus(length), at);
    }

    /** The stretch that ends where the window begins. */
    Period before(Duration window, Duration length) {
        Instant until = at.minus(window);
        return new Period(until.minus(length), until);
    }

    Selection all(Period period) {
        return new Selection(Scope.ALL, rule().filter().filter().during(period));
    }

    /** Of one value of the dimension that the rule is asked for each of; {@code ""} where it is for none. */
    Selection of(String value, Period period) {
        Selection all = all(period);
        Dimension each = rule().each();
        if (each == null) return all;
        return all.with(all.filter().with(each, Set.of(value)));
    }

    /** The axis of that dimension first, where there is one. */
    List<Tally.Axis> axes(Tally.Axis... more) {
        List<Tally.Axis> axes = new ArrayList<>();
        Dimension each = rule().each();
        if (each != null) axes.add(Tally.Axis.all(each));
        axes.addAll(List.of(more));
        return axes;
    }

    /** False for reviews without a value. */
    boolean counts(Tally.Cell cell) {
        return rule().each() == null || !cell.value(0).isEmpty();
    }

    String value(Tally.Cell cell) {
        return rule().each() == null ? "" : cell.value(0);
    }

    /** How many of the axes come before those of the caller. */
    int offset() {
        return rule().each() == null ? 0 : 1;
    }

    /** Reviews by value. */
    Map<String, Long> sizes(Selection selection) throws IOException {
        Map<String, Long> sizes = new HashMap<>();
        Tally tally = now.tally(selection, new Tally.By(axes(), null, Tally.By.MAX_CELLS));
        for (Tally.Cell cell : tally.cells()) if (counts(cell)) sizes.merge(value(cell), cell.n(), Long::sum);
        return sizes;
    }

    Map<Dimension, String> where(String value) {
        Dimension each = rule().each();
        return each == null ? Map.of() : Map.of(each, value);
    }

    /** As far as the rule's filter and the value narrow it. */
    Scope about(String value) {
        Filter filter = rule().filter().filter();
        Dimension each = rule().each();
        return Scope.of(each == null ? filter : filter.with(each, Set.of(value)));
    }
}
