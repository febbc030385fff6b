package huisheng.index;

/**
 * A review that stands behind a figure, and where in it.
 *
 * @param start UTF-16 offset into the masked text, like {@code end}; the whole text where nothing smaller carries the
 *     figure
 * @param text the sentence around the span, or a part of it
 */
public record Quote(long id, int start, int end, String text) {}
