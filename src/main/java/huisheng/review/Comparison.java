package huisheng.review;

import org.jspecify.annotations.Nullable;

/** A comparison with another product, shop or earlier version. */
public record Comparison(String competitor, @Nullable String aspect, Outcome outcome, int start, int end) {}
