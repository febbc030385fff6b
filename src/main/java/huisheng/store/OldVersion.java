package huisheng.store;

import huisheng.review.StoredReview;
import java.time.Instant;

/** A version of a review that an edit has replaced. */
public record OldVersion(StoredReview stored, Instant replacedAt) {}
