package huisheng.access.audit;

import huisheng.review.Labelled;

/** What about a call is put on record. */
public enum Audited implements Labelled {
    /** Nothing: it shows no single review and changes nothing. */
    NONE,
    /** That what customers said was read. */
    VERBATIMS,
    /** That much of it was taken out at once. */
    EXPORT,
    /** That something was changed. */
    CHANGE,
    /** That a person's reviews were erased. */
    ERASURE,
    /** That somebody tried to log in, or logged out. */
    LOGIN
}
