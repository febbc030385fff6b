package huisheng.store;

import huisheng.review.Labelled;

/** What became of a pushed review. */
public enum Status implements Labelled {
    ACCEPTED,
    DUPLICATE,
    UPDATED,
    /** Left as it is: one of that name is there, and outside of what the sender may see. */
    FOREIGN
}
