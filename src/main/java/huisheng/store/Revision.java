package huisheng.store;

/** A document's next version, and what the history is told of it. */
public record Revision(String body, NewEntry entry) {}
