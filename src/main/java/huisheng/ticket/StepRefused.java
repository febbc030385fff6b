package huisheng.ticket;

import java.util.List;

/** A step that cannot be taken. */
public final class StepRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Step step;
    private final transient State state;
    private final transient List<Step> possible;
    private final transient List<String> missing;

    private StepRefused(Step step, Ticket ticket, List<String> missing) {
        super(step.label() + " from " + ticket.state().label() + ", missing " + missing, null, false, false);
        this.step = step;
        this.state = ticket.state();
        this.possible = Step.next(ticket);
        this.missing = List.copyOf(missing);
    }

    static StepRefused notNow(Step step, Ticket ticket) {
        return new StepRefused(step, ticket, List.of());
    }

    static StepRefused missing(Step step, Ticket ticket, List<String> missing) {
        return new StepRefused(step, ticket, missing);
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
}
