package huisheng.store;

/** An alert whose time to be told, or to be escalated, has come. Locked until that is decided. */
public record DueAlert(StoredAlert alert, Restraint restraint) {}
