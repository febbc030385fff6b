package huisheng.alert.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * How often a target may be called. A quarter of each limit is kept for what is urgent.
 *
 * @param limits all of which hold
 * @param shunsHours whether its service is overrun at every full and half hour, and refuses calls then
 */
record Pace(List<Limit> limits, boolean shunsHours) {
    static final Pace FREE = new Pace(List.of(), false);
    static final Pace WECOM = new Pace(List.of(Limit.minutely(20)), false);
    static final Pace DINGTALK = new Pace(List.of(Limit.minutely(20)), false);
    static final Pace FEISHU = new Pace(List.of(Limit.minutely(100), new Limit(5, Duration.ofSeconds(1))), true);
    static final Pace EMAIL = new Pace(List.of(Limit.minutely(30)), false);

    private static final int RUSH_SECONDS = 20;
    private static final int HALF_HOUR = 30;

    Pace {
        limits = List.copyOf(limits);
    }

    /** So many calls within any such stretch of time. */
    record Limit(int calls, Duration within) {
        static Limit minutely(int calls) {
            return new Limit(calls, Duration.ofMinutes(1));
        }

        /** When one more is allowed. */
        Instant next(List<Instant> past, Instant now, boolean urgent) {
            int most = urgent ? calls : calls - calls / 4;
            if (past.size() < most) return now;
            Instant free = past.get(past.size() - most).plus(within);
            return free.isAfter(now) ? free : now;
        }
    }

    /** @param past calls, oldest first; {@code now} by the same clock. @return {@code now} where it may be called */
    Instant next(List<Instant> past, Instant now, boolean urgent) {
        Instant next = now;
        for (Limit limit : limits) {
            Instant free = limit.next(past, now, urgent);
            if (free.isAfter(next)) next = free;
        }
        return shunsHours && !urgent ? afterRush(next) : next;
    }

    private static Instant afterRush(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        boolean rush = utc.getMinute() % HALF_HOUR == 0 && utc.getSecond() < RUSH_SECONDS;
        return rush ? time.plusSeconds(RUSH_SECONDS - utc.getSecond()) : time;
    }
}
