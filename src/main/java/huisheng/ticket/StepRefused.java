package huisheng.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step that cannot be taken. */
public final class StepRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Step step;
    private final transient State state;
    private final transient List<Step> possible;
    private final transient List<String> missing;
    private final transient @Nullable Instant from;

    private StepRefused(Step step, Ticket ticket, List<String> missing, Instant now) {
        super(step.label() + " from " + ticket.state().label() + ", missing " + missing, null, false, false);
        this.step = step;
        this.state = ticket.state();
        this.possible = Step.next(ticket, now);
        this.missing = List.copyOf(missing);
        this.from = step == Step.VERIFY && ticket.early(now) ? ticket.decidedFrom() : null;
    }

    static StepRefused notNow(Step step, Ticket ticket, Instant now) {
        return new StepRefused(step, ticket, List.of(), now);
    }

    static StepRefused missing(Step step, Ticket ticket, List<String> missing, Instant now) {
        return new StepRefused(step, ticket, missing, now);
    }

    public Step step() {
        return step;
    }

    public State state() {
        return state;
    }

    /** What could be done instead. */
    public List<Step> possible() {
        return possible;
    }

    /** What has to be given as well; empty where the step does not fit the state. */
    public List<String> missing() {
        return missing;
    }

    /** When it can be taken, where it is only too early for it; else null. */
    public @Nullable Instant from() {
        return from;
    }
}
