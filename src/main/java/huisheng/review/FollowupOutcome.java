package huisheng.review;

/** What a follow-up does to the first review's stance. */
public enum FollowupOutcome implements Labelled {
    REVERSED,
    CONFIRMED,
    NEW
}
