package huisheng.ticket;

import org.jspecify.annotations.Nullable;

/**
 * A problem and what is done about it. Immutable; {@link Lifecycle} makes one of another.
 *
 * @param type of case, for example {@code leak}; null while nobody has told
 * @param level 1 to 3, 1 being the most urgent
 * @param verification null until verified, and again once it is reopened
 * @param reopened how often
 */
public record Ticket(
        String title,
        String problem,
        @Nullable String type,
        int level,
        State state,
        Work work,
        TicketClock clock,
        Origin origin,
        @Nullable Verification verification,
        int reopened) {
    Ticket with(Work other) {
        return new Ticket(title, problem, type, level, state, other, clock, origin, verification, reopened);
    }

    Ticket with(TicketClock other) {
        return new Ticket(title, problem, type, level, state, work, other, origin, verification, reopened);
    }

    Ticket with(@Nullable Verification other) {
        return new Ticket(title, problem, type, level, state, work, clock, origin, other, reopened);
    }

    Ticket graded(int other) {
        return new Ticket(
                title, problem, type, other, state, work, clock.regraded(other), origin, verification, reopened);
    }

    Ticket in(State other) {
        int times = other == State.REOPENED ? reopened + 1 : reopened;
        return new Ticket(title, problem, type, level, other, work, clock, origin, verification, times);
    }
}
