package huisheng.review;

/** How the reviewed product fares in a comparison. */
public enum Outcome implements Labelled {
    WIN,
    LOSE,
    TIE
}
