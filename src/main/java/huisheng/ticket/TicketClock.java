package huisheng.ticket;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When things happened and are due. While a ticket is paused or cancelled its clock stands still: what is due then is due
 * later by as long as that lasts. That is the clock of those who work on it; a customer who waits for an answer waits on,
 * and is counted from the arrival of the review.
 *
 * @param acknowledgedAt when it was first worked on
 * @param repliedAt when a customer was first answered
 * @param implementedAt of the plan in force; null again once it is reopened, like the two after it
 * @param paused seconds of pauses that have ended
 * @param cancelledAt null unless it is cancelled now
 * @param implementedAfter seconds from the registration to {@code implementedAt}, without pauses; null like that
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
        long paused,
        @Nullable Instant cancelledAt,
        @Nullable Long implementedAfter) {
    private static final Duration TO_IMPLEMENT = Duration.ofDays(30);

    static TicketClock start(int level, Instant now) {
        Instant respond = now.plus(toRespond(level));
        Instant implement = now.plus(TO_IMPLEMENT);
        return new TicketClock(now, respond, implement, null, null, null, null, null, null, null, 0, null, null);
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
        return due(registeredAt.plus(toRespond(level)).plusSeconds(paused), implementDue, pausedSince, paused);
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
            case CANCELLED -> cancelled(now);
            case REOPENED -> reopened(now);
            case REGISTERED -> this;
        };
    }

    /** What came back is to be solved as soon as a new problem; what was cancelled goes on where it stood. */
    private TicketClock reopened(Instant now) {
        TicketClock open = marked(acknowledgedAt, repliedAt, plannedAt, null, null, null);
        if (cancelledAt == null) return open.due(respondDue, now.plus(TO_IMPLEMENT), null, paused);
        return open.later(Duration.between(cancelledAt, now)).cancelled(null);
    }

    TicketClock stopped(Instant now) {
        return due(respondDue, implementDue, now, paused);
    }

    TicketClock resumed(Instant now) {
        return pausedSince == null ? this : later(Duration.between(pausedSince, now));
    }

    private TicketClock later(Duration pause) {
        return due(respondDue.plus(pause), implementDue.plus(pause), null, paused + pause.toSeconds());
    }

    private TicketClock due(Instant respond, Instant implement, @Nullable Instant since, long seconds) {
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
                seconds,
                cancelledAt,
                implementedAfter);
    }

    private TicketClock cancelled(@Nullable Instant at) {
        return new TicketClock(
                registeredAt,
                respondDue,
                implementDue,
                acknowledgedAt,
                repliedAt,
                plannedAt,
                implementedAt,
                verifiedAt,
                closedAt,
                pausedSince,
                paused,
                at,
                implementedAfter);
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
                paused,
                cancelledAt,
                after(implemented));
    }

    /** Pauses after it do not shorten it. */
    private @Nullable Long after(@Nullable Instant implemented) {
        if (implemented == null || implemented.equals(implementedAt))
            return implemented == null ? null : implementedAfter;
        return Duration.between(registeredAt, implemented).toSeconds() - paused;
    }
}
