package huisheng.access;

import huisheng.review.Labelled;

/** What a caller may do. */
public enum Right implements Labelled {
    /** Send reviews. */
    PUSH,
    /** Ask questions within the scope. */
    READ,
    /** Everything, subject requests too. */
    ADMIN
}
