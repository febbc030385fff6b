package huisheng.store;

/**
 * The end of the audit log.
 *
 * @param id of the last entry, 0 where there is none
 * @param seal by which it is told that the service wrote it
 */
public record AuditHead(long id, String hash, String seal) {}
