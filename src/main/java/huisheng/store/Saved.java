package huisheng.store;

/** A review that is committed. */
public record Saved(long id, Status status) {}
