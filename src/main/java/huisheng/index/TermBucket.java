package huisheng.index;

import java.time.Instant;
import java.util.List;

/**
 * @param n reviews of the period that hold the term
 * @param of all reviews of the selection in the period
 * @param evidence ids of a few of the {@code n}, newest first
 */
public record TermBucket(String term, Instant start, long n, long of, List<Long> evidence) {}
