package huisheng.store;

/**
 * A ticket, a case or a run of a playbook as it stands.
 *
 * @param version counts its changes, from 1 on
 * @param body JSON, in the form of the package that wrote it
 */
public record StoredDocument(long id, int version, String body) {}
