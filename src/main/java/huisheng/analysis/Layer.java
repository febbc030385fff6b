package huisheng.analysis;

/** What a stage adds to a draft and later stages may read. */
public enum Layer {
    NORMALISED,
    LANGUAGE,
    CLAUSES,
    TOKENS,
    FEATURES,
    KEYWORDS,
    SIGN,
    RISK_CUES,
    PLIGHTS,
    OPINIONS,
    LABELS,
    FINAL_OPINIONS,
    INTENTS,
    NEEDS,
    RISKS,
    COMPARISONS,
    NOISE,
    SENTIMENT,
    ENGLISH
}
