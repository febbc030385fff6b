package huisheng.insight.change;

/** What is measured in a window. */
public enum Measure {
    /** Hits / reviews, 0 to 1: negative rate, complaint rate, mention rate of an aspect. */
    SHARE,
    /** Sum / reviews: net sentiment, rating. */
    MEAN,
    /** Reviews. */
    COUNT
}
