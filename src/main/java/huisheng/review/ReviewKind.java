package huisheng.review;

/** What a pushed text is to the purchase: a first review or a later one (追评). An edit keeps the kind it edits. */
public enum ReviewKind implements Labelled {
    INITIAL,
    FOLLOWUP
}
