package huisheng.http;

import huisheng.index.Interval;
import huisheng.review.Dimension;
import huisheng.review.Selection;
import org.jspecify.annotations.Nullable;

/**
 * How sentiment moves.
 *
 * @param by groups; null for one
 * @param maxGroups the most frequent are kept
 */
public record SentimentQuestion(
        Selection selection, Interval interval, @Nullable Dimension by, int maxGroups) {}
