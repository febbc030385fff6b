package huisheng.analysis.pack;

/**
 * Bounds of the reading.
 *
 * @param opinionsPerReview further ones are dropped
 * @param carriedClauses over how many clauses without a target the last one is remembered
 * @param negationReach characters that may stand between a negator and its opinion
 */
public record Thresholds(int opinionsPerReview, int carriedClauses, int negationReach) {
    static final Thresholds DEFAULT = new Thresholds(50, 1, 5);
}
