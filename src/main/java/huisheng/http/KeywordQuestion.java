package huisheng.http;

import huisheng.review.Period;
import huisheng.review.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Top and rising terms.
 *
 * @param selection its period is the window, never null
 * @param baseline what the window is held against; null for the stretch before it
 */
public record KeywordQuestion(Selection selection, @Nullable Period baseline, int limit) {}
