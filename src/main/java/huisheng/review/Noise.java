package huisheng.review;

/** Whether a question counts reviews that carry a noise flag. */
public enum Noise implements Labelled {
    EXCLUDE,
    INCLUDE,
    ONLY
}
