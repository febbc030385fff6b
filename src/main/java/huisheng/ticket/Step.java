package huisheng.ticket;

import huisheng.review.Labelled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done with a ticket: from which states, to which, and what it demands. */
public enum Step implements Labelled {
    ASSIGN(open(), null, "owner"),
    PLAN(EnumSet.of(State.REGISTERED, State.PLANNED, State.REOPENED), State.PLANNED, "plan", "owner", "criterion"),
    IMPLEMENT(EnumSet.of(State.PLANNED), State.IMPLEMENTED),
    /** Looks whether the measure became better. What it shows is kept; the first look when it decides is the last. */
    MEASURE(EnumSet.of(State.IMPLEMENTED), null),
    /** Demands a reason too where no measure says that it became better. */
    VERIFY(EnumSet.of(State.IMPLEMENTED), State.VERIFIED),
    CLOSE(EnumSet.of(State.VERIFIED), State.CLOSED),
    REOPEN(EnumSet.of(State.IMPLEMENTED, State.VERIFIED, State.CLOSED, State.CANCELLED), State.REOPENED, Step.REASON),
    CANCEL(
            EnumSet.of(State.REGISTERED, State.PLANNED, State.IMPLEMENTED, State.REOPENED),
            State.CANCELLED,
            Step.REASON),
    /** Stops the clocks, say while a supplier is waited for. */
    PAUSE(open(), null, Step.REASON),
    RESUME(open(), null),
    /** Gives it another level, and the deadlines of that. */
    REGRADE(open(), null, "level", Step.REASON),
    /** Says in other words what it is about, or of which type it is. */
    EDIT(open(), null, "title");

    static final String REASON = "reason";

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Set<State> from;

    /** Null where the state stays. */
    final @Nullable State to;

    @SuppressWarnings("ImmutableEnumChecker") // a copy
    private final List<String> demands;

    Step(Set<State> from, @Nullable State to, String... demands) {
        this.from = from;
        this.to = to;
        this.demands = List.of(demands);
    }

    private static Set<State> open() {
        return EnumSet.complementOf(EnumSet.of(State.CLOSED, State.CANCELLED));
    }

    /** The steps that can be taken with a ticket, in the order of its life. */
    public static List<Step> next(Ticket ticket, Instant now) {
        return Arrays.stream(values()).filter(step -> step.fits(ticket, now)).toList();
    }

    boolean fits(Ticket ticket, Instant now) {
        boolean paused = ticket.clock().pausedSince() != null;
        if (!from.contains(ticket.state())) return false;
        return switch (this) {
            case PAUSE -> !paused;
            case RESUME -> paused;
            case MEASURE -> ticket.decidedFrom() != null && !ticket.decided();
            case VERIFY -> !ticket.early(now);
            default -> true;
        };
    }

    /** Names of what it demands and neither the ticket nor what is given has. */
    List<String> missing(Ticket ticket, Given given) {
        List<String> missing = new ArrayList<>();
        for (String demand : demands) {
            if (isMissing(demand, ticket.work(), given)) missing.add(demand);
        }
        return missing;
    }

    private boolean isMissing(String demand, Work work, Given given) {
        return switch (demand) {
            // to assign is to say to whom, however it was before
            case "owner" -> given.owner() == null && (this == ASSIGN || work.owner() == null);
            case "plan" -> given.plan() == null && work.plan() == null;
            case "criterion" -> given.criterion() == null && work.criterion() == null;
            case "level" -> given.level() == null;
            case "title" -> !given.words();
            default -> given.reason() == null;
        };
    }
}
