package huisheng.ticket;

import huisheng.insight.ask.Wording;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about problems of some types (SOP). Where every step has its minute it is a playbook, which can be
 * run under the clock.
 *
 * @param types of cases; empty for any
 * @param texts what may be said, by to whom
 */
public record Procedure(Wording title, List<String> types, List<Step> steps, Map<Reader, Wording> texts) {
    public Procedure {
        types = List.copyOf(types);
        steps = List.copyOf(steps);
        texts = java.util.Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /** @param minutes from the start until it has to be done; null where it has no clock */
    public record Step(Wording says, @Nullable Integer minutes) {}

    /** To whom a text speaks. */
    public enum Reader implements huisheng.review.Labelled {
        CUSTOMERS,
        PRESS,
        PARTNERS
    }

    public boolean playbook() {
        return !steps.isEmpty() && steps.stream().allMatch(step -> step.minutes() != null);
    }
}
