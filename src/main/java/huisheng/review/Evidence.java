package huisheng.review;

/**
 * A span that pushed the sentiment.
 *
 * @param weight above 0 towards positive, below 0 towards negative
 * @param source the rule, lexicon or model that read it, for example {@code lexicon}, {@code negation}, {@code model}
 */
public record Evidence(int start, int end, double weight, String source) {}
