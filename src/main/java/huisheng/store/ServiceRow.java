package huisheng.store;

import java.util.List;

/**
 * What is counted of the tickets of one group.
 *
 * @param value of the group; empty for those that have none
 * @param n tickets that were not cancelled
 * @param replied by ticket, of its {@code complaints}, of which it is known, those whose writer was answered in time
 * @param implemented in time, of {@code implementable}, of which it is known whether they were; likewise reopened
 * @param acknowledged seconds it took each to be worked on
 * @param unacknowledged seconds that the others have waited for it so far; likewise resolved and unresolved
 */
public record ServiceRow(
        String value,
        long n,
        long cancelled,
        List<Long> replied,
        List<Long> complaints,
        long implemented,
        long implementable,
        long reopened,
        long reopenable,
        List<Double> acknowledged,
        List<Double> unacknowledged,
        List<Double> resolved,
        List<Double> unresolved) {}
