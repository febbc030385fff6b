package huisheng.review;

/**
 * A danger and the span that tells it.
 *
 * @param severity 1 = act within 24 hours, 2 = 48, 3 = 72
 */
public record Risk(RiskType type, int severity, int start, int end) {}
