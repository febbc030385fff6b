package huisheng.ticket;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A problem and what is done about it. Immutable; {@link Lifecycle} makes one of another.
 *
 * @param type of case, for example {@code leak}; null while nobody has told
 * @param level 1 to 3, 1 being the most urgent
 * @param verification null until verified, and again once it is reopened
 * @param reopened how often, of what had been carried out
 * @param look the last that was had at the goal; null before, and again once it is reopened
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
        int reopened,
        @Nullable Look look) {
    Ticket with(Work other) {
        return new Ticket(title, problem, type, level, state, other, clock, origin, verification, reopened, look);
    }

    Ticket with(TicketClock other) {
        return new Ticket(title, problem, type, level, state, work, other, origin, verification, reopened, look);
    }

    Ticket with(@Nullable Verification other) {
        return new Ticket(title, problem, type, level, state, work, clock, origin, other, reopened, look);
    }

    Ticket with(@Nullable Look other) {
        return new Ticket(title, problem, type, level, state, work, clock, origin, verification, reopened, other);
    }

    Ticket worded(Given given) {
        return new Ticket(
                given.title() == null ? title : given.title(),
                given.problem() == null ? problem : given.problem(),
                given.type() == null ? type : given.type(),
                level,
                state,
                work,
                clock,
                origin,
                verification,
                reopened,
                look);
    }

    Ticket graded(int other) {
        return new Ticket(
                title, problem, type, other, state, work, clock.regraded(other), origin, verification, reopened, look);
    }

    /** What was cancelled before anything was done does not come back, it only begins. */
    Ticket in(State other) {
        boolean back = other == State.REOPENED && clock.implementedAt() != null;
        return new Ticket(
                title,
                problem,
                type,
                level,
                other,
                work,
                clock,
                origin,
                verification,
                back ? reopened + 1 : reopened,
                look);
    }

    /** From when on its goal decides: as many days after the implementation as it names. Null where nothing is measured. */
    @Nullable
    Instant decidedFrom() {
        Goal goal = work.goal();
        Instant done = clock.implementedAt();
        return goal == null || done == null ? null : done.plus(Duration.ofDays(goal.days()));
    }

    boolean early(Instant now) {
        Instant from = decidedFrom();
        return from != null && now.isBefore(from);
    }

    /** Whether its goal was looked at when it decides. */
    public boolean decided() {
        return look != null && !look.preliminary();
    }
}
