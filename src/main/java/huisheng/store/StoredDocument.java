package huisheng.store;

import huisheng.review.Scope;

/**
 * A ticket, a case or a run of a playbook as it stands.
 *
 * @param version counts its changes, from 1 on
 * @param about the scope of reviews that it may rest on; it never changes
 * @param body JSON, in the form of the package that wrote it
 */
public record StoredDocument(long id, int version, Scope about, String body) {}
