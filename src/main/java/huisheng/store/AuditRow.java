package huisheng.store;

/**
 * An entry in its place.
 *
 * @param id one more than that of the entry before
 * @param hash over the hash before and the entry
 */
public record AuditRow(long id, AuditEntry entry, String hash) {}
