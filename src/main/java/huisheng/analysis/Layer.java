package huisheng.analysis;

/** What a stage adds to a draft and later stages may read. */
public enum Layer {
    NORMALISED,
    LANGUAGE,
    CLAUSES,
    TOKENS,
    KEYWORDS,
    OPINIONS,
    NOISE,
    SENTIMENT
}
