package huisheng.ticket;

import huisheng.insight.ask.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A playbook under its clock. Steps may be done in any order.
 *
 * @param procedure its name; what it said when it was started is kept here
 * @param ticket number of the ticket that it was started for; null where that was an alert
 * @param alert number of that alert; null where it was a ticket
 * @param endedAt when the last step was done; null before
 */
public record Run(
        String procedure,
        Wording title,
        @Nullable Long ticket,
        @Nullable Long alert,
        String by,
        Instant startedAt,
        List<Step> steps,
        @Nullable Instant endedAt) {
    public Run {
        steps = List.copyOf(steps);
    }

    /**
     * A step of it.
     *
     * @param doneAt null while it is to be done, like {@code doneBy}
     */
    public record Step(
            Wording says,
            Instant due,
            @Nullable Instant doneAt,
            @Nullable String doneBy,
            @Nullable String note) {
        boolean overdue(Instant now) {
            return doneAt == null && due.isBefore(now);
        }
    }

    static Run of(String name, Procedure playbook, RunStart start, String by, Instant now) {
        List<Step> steps = playbook.steps().stream()
                .map(step -> new Step(step.says(), due(step, now), null, null, null))
                .toList();
        return new Run(name, playbook.title(), start.ticket(), start.alert(), by, now, steps, null);
    }

    private static Instant due(Procedure.Step step, Instant now) {
        return now.plus(Duration.ofMinutes(Objects.requireNonNull(step.minutes())));
    }

    boolean has(int step) {
        return step >= 1 && step <= steps.size();
    }

    /** @param step from 1 on; one that is done stays as it was done */
    Run done(int step, String who, Instant now, @Nullable String note) {
        Step open = steps.get(step - 1);
        if (open.doneAt() != null) return this;
        List<Step> after = new ArrayList<>(steps);
        after.set(step - 1, new Step(open.says(), open.due(), now, who, note));
        boolean ended = after.stream().allMatch(each -> each.doneAt() != null);
        return new Run(procedure, title, ticket, alert, by, startedAt, after, ended ? now : null);
    }
}
