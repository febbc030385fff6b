package huisheng.store;

import huisheng.review.Labelled;

/** What became of a pushed review. */
public enum Status implements Labelled {
    ACCEPTED,
    DUPLICATE,
    UPDATED
}
