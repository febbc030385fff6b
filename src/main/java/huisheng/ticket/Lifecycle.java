package huisheng.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules by which a ticket goes from state to state. Pure. */
final class Lifecycle {
    private Lifecycle() {}

    /**
     * @param effect what was measured, where the step is to verify and the ticket names a measure
     * @throws StepRefused where the step does not fit, or lacks something
     */
    static Ticket after(Ticket ticket, Step step, Given given, String by, Instant now, @Nullable JsonNode effect) {
        if (!step.fits(ticket)) throw StepRefused.notNow(step, ticket);
        List<String> missing = step.missing(ticket, given);
        if (step == Step.VERIFY && given.reason() == null && !better(effect)) missing = List.of(Step.REASON);
        if (!missing.isEmpty()) throw StepRefused.missing(step, ticket, missing);
        // whoever takes a step works on it, so that no clock stands still behind their back
        Ticket running = step == Step.PAUSE || step == Step.REGRADE
                ? ticket
                : ticket.with(ticket.clock().resumed(now).acknowledged(now));
        Ticket told = running.with(running.work().with(given));
        Integer level = given.level();
        Ticket graded = level == null || level == told.level() ? told : told.graded(level);
        return switch (step) {
            case PAUSE -> graded.with(graded.clock().stopped(now));
            case VERIFY -> reached(graded.with(new Verification(by, now, effect, given.reason())), step, now);
            case REOPEN -> reached(graded.with((Verification) null), step, now);
            default -> reached(graded, step, now);
        };
    }

    private static boolean better(@Nullable JsonNode effect) {
        return effect != null && effect.path("label").asText().equals("better");
    }

    private static Ticket reached(Ticket ticket, Step step, Instant now) {
        State to = step.to;
        return to == null ? ticket : ticket.in(to).with(ticket.clock().reached(to, now));
    }
}
