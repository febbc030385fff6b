package huisheng.ticket;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When things happened and are due. While a ticket is paused its clock stands still: what is due then is due later by as
 * long as the pause lasts.
 *
 * @param acknowledgedAt when it was first worked on
 * @param repliedAt when a customer was first answered
 * @param implementedAt of the plan in force; null again once it is reopened, like the two after it
 * @param paused seconds of pauses that have ended
 */
public record TicketClock(
        Instant registeredAt,
        Instant respondDue,
        Instant implementDue,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant repliedAt,
        @Nullable Instant plannedAt,
        @Nullable Instant implementedAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant closedAt,
        @Nullable Instant pausedSince,
        long paused) {
    private static final Duration TO_IMPLEMENT = Duration.ofDays(30);

    static TicketClock start(int level, Instant now) {
        return new TicketClock(
                now, now.plus(toRespond(level)), now.plus(TO_IMPLEMENT), null, null, null, null, null, null, null, 0);
    }

    /** 24, 48, 72 hours. */
    static Duration toRespond(int level) {
        return Duration.ofHours(24L * level);
    }

    /** Whether something that was due has not happened. */
    boolean overdue(Instant now) {
        if (pausedSince != null) return false;
        return (acknowledgedAt == null && respondDue.isBefore(now))
                || (implementedAt == null && implementDue.isBefore(now));
    }

    TicketClock regraded(int level) {
        return with(registeredAt.plus(toRespond(level)).plusSeconds(paused), implementDue, pausedSince, paused);
    }

    TicketClock acknowledged(Instant now) {
        return acknowledgedAt != null ? this : marked(now, repliedAt, plannedAt, implementedAt, verifiedAt, closedAt);
    }

    TicketClock replied(Instant at) {
        return repliedAt != null && !at.isBefore(repliedAt)
                ? this
                : marked(acknowledgedAt, at, plannedAt, implementedAt, verifiedAt, closedAt);
    }

    /** Marks when a state was reached. */
    TicketClock reached(State state, Instant now) {
        return switch (state) {
            case PLANNED -> marked(acknowledgedAt, repliedAt, now, null, null, null);
            case IMPLEMENTED -> marked(acknowledgedAt, repliedAt, plannedAt, now, null, null);
            case VERIFIED -> marked(acknowledgedAt, repliedAt, plannedAt, implementedAt, now, null);
            case CLOSED -> marked(acknowledgedAt, repliedAt, plannedAt, implementedAt, verifiedAt, now);
            case REOPENED ->
                marked(acknowledgedAt, repliedAt, plannedAt, null, null, null).dueAgain(now);
            case REGISTERED, CANCELLED -> this;
        };
    }

    /** A problem that came back is to be solved as soon as a new one. */
    private TicketClock dueAgain(Instant now) {
        return with(respondDue, now.plus(TO_IMPLEMENT), null, paused);
    }

    TicketClock stopped(Instant now) {
        return with(respondDue, implementDue, now, paused);
    }

    TicketClock resumed(Instant now) {
        if (pausedSince == null) return this;
        Duration pause = Duration.between(pausedSince, now);
        return with(respondDue.plus(pause), implementDue.plus(pause), null, paused + pause.toSeconds());
    }

    private TicketClock with(Instant respond, Instant implement, @Nullable Instant since, long seconds) {
        return new TicketClock(
                registeredAt,
                respond,
                implement,
                acknowledgedAt,
                repliedAt,
                plannedAt,
                implementedAt,
                verifiedAt,
                closedAt,
                since,
                seconds);
    }

    private TicketClock marked(
            @Nullable Instant acknowledged,
            @Nullable Instant replied,
            @Nullable Instant planned,
            @Nullable Instant implemented,
            @Nullable Instant verified,
            @Nullable Instant closed) {
        return new TicketClock(
                registeredAt,
                respondDue,
                implementDue,
                acknowledged,
                replied,
                planned,
                implemented,
                verified,
                closed,
                pausedSince,
                paused);
    }
}
