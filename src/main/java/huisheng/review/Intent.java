package huisheng.review;

/** An intent and the span that shows it. */
public record Intent(IntentType type, int start, int end) {}
