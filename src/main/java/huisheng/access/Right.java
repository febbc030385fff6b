package huisheng.access;

import huisheng.review.Labelled;

/** What a caller may do. */
public enum Right implements Labelled {
    /** Send reviews. */
    PUSH,
    /** Ask questions within the scope. */
    READ,
    /** Put labels of reviews within the scope right. */
    CORRECT,
    /** Acknowledge alerts, work on tickets and cases within the scope. */
    HANDLE,
    /** Everything, subject requests too. */
    ADMIN
}
