package huisheng.store;

import huisheng.review.Labelled;

/** How far people have come with an alert. */
public enum AlertState implements Labelled {
    OPEN,
    ACKNOWLEDGED,
    CLOSED
}
