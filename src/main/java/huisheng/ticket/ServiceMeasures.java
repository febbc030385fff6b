package huisheng.ticket;

import huisheng.insight.Figure;
import huisheng.insight.Insufficient;
import huisheng.insight.statistics.ClusteredProportion;
import huisheng.insight.statistics.EffectPower;
import huisheng.insight.statistics.Proportion;
import huisheng.insight.statistics.Survival;
import huisheng.review.Scope;
import huisheng.store.Database;
import huisheng.store.ServiceRow;
import huisheng.store.ServiceTable;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well tickets were served.
 *
 * @param at as of when
 */
public record ServiceMeasures(Instant at, ServiceTable.Wanted asked, List<Group> groups) {
    public ServiceMeasures {
        groups = List.copyOf(groups);
    }

    /**
     * One group's measures. A share leaves out tickets that are too young to tell.
     *
     * @param value of the group; empty for those that have none
     * @param tickets without those {@code cancelled}, which count nowhere else
     * @param repliedIn24h of the linked reviews, not of the tickets: a customer waits from the arrival of the review, whenever
     *     somebody makes a ticket of it and however long that is paused
     * @param implementedIn30d the plan was carried out within 30 days of the registration, pauses not counted
     * @param reopened of those once carried out
     * @param toAcknowledge hours by the calendar until it was first worked on
     * @param toResolve hours by the calendar until it was closed for good
     */
    public record Group(
            String value,
            long tickets,
            long cancelled,
            Figure repliedIn24h,
            Figure implementedIn30d,
            Figure reopened,
            Took toAcknowledge,
            Took toResolve) {
        static Group of(ServiceRow row) {
            return new Group(
                    row.value(),
                    row.n(),
                    row.cancelled(),
                    replied(row),
                    share(row.implemented(), row.implementable()),
                    share(row.reopened(), row.reopenable()),
                    Took.of(row.acknowledged(), row.unacknowledged()),
                    Took.of(row.resolved(), row.unresolved()));
        }

        /** What one ticket answers together is not as many proofs. */
        private static Figure replied(ServiceRow row) {
            long[] replied = row.replied().stream().mapToLong(each -> each).toArray();
            long[] complaints =
                    row.complaints().stream().mapToLong(each -> each).toArray();
            long n = Arrays.stream(complaints).sum();
            if (n < Insufficient.MINIMUM) return insufficient(n);
            ClusteredProportion share = ClusteredProportion.of(replied, complaints);
            return new Figure(n, share.value(), share.low(EffectPower.Z95), share.high(EffectPower.Z95), null);
        }

        private static Figure share(long k, long n) {
            if (n < Insufficient.MINIMUM) return insufficient(n);
            Proportion share = new Proportion(k, n);
            return new Figure(n, share.value(), share.low(EffectPower.Z95), share.high(EffectPower.Z95), null);
        }

        private static Figure insufficient(long n) {
            return new Figure(n, null, null, null, new Insufficient(n, Insufficient.MINIMUM));
        }
    }

    /**
     * Median with its 95 % interval, see {@link Survival}: who still waits counts by how long, not as done.
     *
     * @param n all, {@code done} those of whom it is known how long it took
     * @param median hours, like the bounds; null where more than half still wait, or {@code insufficient} is not null
     * @param high null where it may take longer than any ticket was watched
     */
    public record Took(
            long n,
            long done,
            @Nullable Double median,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Insufficient insufficient) {
        private static final double HOUR = 3_600;

        static Took of(List<Double> ended, List<Double> waiting) {
            long n = (long) ended.size() + waiting.size();
            if (n < Insufficient.MINIMUM) {
                return new Took(n, ended.size(), null, null, null, new Insufficient(n, Insufficient.MINIMUM));
            }
            Survival survival = Survival.of(hours(ended), hours(waiting));
            return new Took(n, ended.size(), survival.median(), survival.low(), survival.high(), null);
        }

        private static double[] hours(List<Double> seconds) {
            return seconds.stream()
                    .mapToDouble(each -> Math.max(0, each / HOUR))
                    .toArray();
        }
    }

    /** Asks for them. Safe from any thread. */
    public static final class Reader {
        private final ServiceTable table;
        private final Clock clock;

        public Reader(Database database, Clock clock) {
            this.table = new ServiceTable(database);
            this.clock = clock;
        }

        /** At most {@link ServiceTable#MAX_GROUPS} groups, the largest first; only tickets that the scope covers count. */
        public Future<ServiceMeasures> ask(Scope scope, ServiceTable.Wanted wanted) {
            Instant now = clock.instant();
            return table.count(scope, wanted, now)
                    .map(rows -> new ServiceMeasures(
                            now, wanted, rows.stream().map(Group::of).toList()));
        }
    }
}
