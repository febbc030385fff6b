package huisheng.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules by which a ticket goes from state to state. Pure. */
final class Lifecycle {
    private static final Set<Step> BESIDE = Set.of(Step.PAUSE, Step.REGRADE, Step.MEASURE, Step.EDIT);

    private Lifecycle() {}

    /**
     * @param effect what was measured, where the step is to measure; else null
     * @throws StepRefused where the step does not fit, or lacks something
     */
    static Ticket after(Ticket ticket, Step step, Given given, String by, Instant now, @Nullable JsonNode effect) {
        boolean blind = step == Step.MEASURE && effect == null;
        if (blind || !step.fits(ticket, now)) throw StepRefused.notNow(step, ticket, now);
        Look look = effect == null ? ticket.look() : Look.of(by, now, ticket.early(now), effect);
        List<String> missing = step.missing(ticket, given);
        if (step == Step.VERIFY && given.reason() == null && !proven(look)) missing = List.of(Step.REASON);
        if (!missing.isEmpty()) throw StepRefused.missing(step, ticket, missing, now);
        Ticket told = told(ticket, step, given, now);
        return switch (step) {
            case PAUSE -> told.with(told.clock().stopped(now));
            case MEASURE -> told.with(look);
            case VERIFY -> reached(told.with(verification(look, given, by, now)), step, now);
            case REOPEN -> reached(told.with((Verification) null).with((Look) null), step, now);
            default -> reached(told, step, now);
        };
    }

    private static boolean proven(@Nullable Look look) {
        return look != null && !look.preliminary() && look.better();
    }

    private static Verification verification(@Nullable Look look, Given given, String by, Instant now) {
        return new Verification(by, now, look == null ? null : look.effect(), given.reason());
    }

    private static Ticket told(Ticket ticket, Step step, Given given, Instant now) {
        // whoever takes a step works on it, so that no clock stands still behind their back; to look or to word is not
        // to work
        boolean works = !BESIDE.contains(step);
        Ticket running = works ? ticket.with(ticket.clock().resumed(now).acknowledged(now)) : ticket;
        // by what it is accepted is agreed with the plan, not once the outcome is known
        Work work =
                step == Step.PLAN ? running.work().with(given) : running.work().handed(given);
        Ticket told = running.with(work);
        Integer level = given.level();
        if (step == Step.EDIT) return told.worded(given);
        // a deadline is not moved in passing
        return step != Step.REGRADE || level == null || level == told.level() ? told : told.graded(level);
    }

    private static Ticket reached(Ticket ticket, Step step, Instant now) {
        State to = step.to;
        return to == null ? ticket : ticket.in(to).with(ticket.clock().reached(to, now));
    }
}
