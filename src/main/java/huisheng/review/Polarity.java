package huisheng.review;

/** The sign of one opinion. */
public enum Polarity implements Labelled {
    POSITIVE,
    NEGATIVE,
    NEUTRAL
}
