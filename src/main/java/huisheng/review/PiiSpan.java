package huisheng.review;

/** Where personal data stood. Masking keeps every offset, so the span holds for the masked text too. */
public record PiiSpan(PiiType type, int start, int end) {}
