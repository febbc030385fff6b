package huisheng.ticket;

import huisheng.review.Labelled;

/** Who may read a case, besides what the scope says. */
public enum Audience implements Labelled {
    EVERYONE,
    /** Those who work on tickets. */
    HANDLERS,
    ADMINISTRATORS
}
