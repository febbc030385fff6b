package huisheng.store;

import java.util.List;

/**
 * What is counted of the tickets of one group.
 *
 * @param value of the group; empty for those that have none
 * @param replied in time, of {@code repliable}, of which it is known whether they were; likewise implemented and reopened
 * @param acknowledged seconds it took each to be worked on
 * @param unacknowledged seconds that the others have waited for it so far; likewise resolved and unresolved
 */
public record ServiceRow(
        String value,
        long n,
        long replied,
        long repliable,
        long implemented,
        long implementable,
        long reopened,
        long reopenable,
        List<Double> acknowledged,
        List<Double> unacknowledged,
        List<Double> resolved,
        List<Double> unresolved) {}
