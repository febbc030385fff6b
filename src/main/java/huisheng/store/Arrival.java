package huisheng.store;

import huisheng.review.AnalysedReview;
import java.time.Instant;

/**
 * A review as it reads now.
 *
 * @param at when this text was received, by the database's clock: of an edited review that of the edit
 */
public record Arrival(AnalysedReview review, Instant at) {}
