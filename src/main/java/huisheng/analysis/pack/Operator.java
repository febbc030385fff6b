package huisheng.analysis.pack;

import java.util.Locale;

/** What a word does to the opinions around it; {@code corpora/lexicons/operators.tsv} explains each. */
public enum Operator {
    NEGATOR,
    DEGREE,
    CONTRAST,
    WISH,
    RHETORICAL,
    KEEP,
    ASK,
    UNREAL,
    ELSEWHERE,
    FINAL,
    FILLER;

    static Operator of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
