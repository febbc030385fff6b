package huisheng.ticket;

import huisheng.review.Labelled;

/** How much harm a problem did (影响程度：高、中、低). */
public enum Impact implements Labelled {
    HIGH,
    MIDDLE,
    LOW
}
