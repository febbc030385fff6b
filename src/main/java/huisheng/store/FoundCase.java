package huisheng.store;

/**
 * A case that holds some of a text.
 *
 * @param score higher where more and rarer stretches of the text are in it
 */
public record FoundCase(StoredDocument document, double score) {}
