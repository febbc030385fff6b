package huisheng.review;

import java.time.Instant;

/**
 * What a person says about one version of a review.
 *
 * @param by name of the key that it came with
 */
public record Correction(int version, Labels labels, String by, Instant at) {}
