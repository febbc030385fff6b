package huisheng.review;

/** The writer's overall stance. {@code UNSCORED} where the language is one that the pipeline does not read. */
public enum SentimentLabel implements Labelled {
    POSITIVE,
    NEGATIVE,
    NEUTRAL,
    MIXED,
    UNSCORED
}
