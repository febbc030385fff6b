package huisheng.analysis.english;

import huisheng.analysis.pack.Cue;
import huisheng.analysis.pack.RiskCue;
import huisheng.analysis.pack.Target;
import huisheng.review.Polarity;
import java.util.List;

/** An English text cut into words and clauses, with all that the lexicon finds in it. Immutable. */
public final class EnglishText {
    final String text;
    final List<Word> words;
    final List<Stretch> clauses;
    final List<PhraseTable.Found<Cue>> cues;
    final List<PhraseTable.Found<Target>> targets;
    final List<PhraseTable.Found<RiskCue>> risks;
    final List<PhraseTable.Found<RiskCue>> charges;
    final List<PhraseTable.Found<EnglishLexicon.Mark>> marks;
    private final boolean[] negated;

    /** From word {@code first} up to, not including, word {@code end}; never empty. */
    record Stretch(int first, int end) {
        boolean holds(int word) {
            return word >= first && word < end;
        }
    }

    private EnglishText(String text, List<Word> words, EnglishLexicon lexicon) {
        this.text = text;
        this.words = List.copyOf(words);
        this.clauses = EnglishClauses.of(words);
        this.cues = lexicon.cues.in(words);
        this.targets = lexicon.targets.in(words);
        this.risks = lexicon.risks.in(words);
        this.charges = lexicon.charges.in(words);
        this.marks = lexicon.marks.in(words);
        this.negated = Negation.of(words, lexicon.negators.in(words));
    }

    static EnglishText of(String text, EnglishLexicon lexicon) {
        return new EnglishText(text, Words.of(text), lexicon);
    }

    /** How many stretches between signs and turning words there are. */
    public int clauses() {
        return clauses.size();
    }

    /** Offset into the text that was read. */
    public int start(int clause) {
        return start(clauses.get(clause));
    }

    /** Offset into the text that was read. */
    public int end(int clause) {
        return end(clauses.get(clause));
    }

    boolean isNegated(int word) {
        return negated[word];
    }

    /** The cue's polarity as its negation leaves it. */
    Polarity polarity(PhraseTable.Found<Cue> cue) {
        Polarity own = cue.value().polarity();
        if (!negated[cue.first()]) return own;
        return switch (own) {
            case POSITIVE -> Polarity.NEGATIVE;
            case NEGATIVE -> Polarity.POSITIVE;
            case NEUTRAL -> own;
        };
    }

    int start(Stretch stretch) {
        return words.get(stretch.first()).start();
    }

    int end(Stretch stretch) {
        return words.get(stretch.end() - 1).end();
    }

    /** The sign after a clause in lower case, or 0: where a clause ends without one. */
    char closing(Stretch clause) {
        if (clause.end() >= words.size()) return 0;
        Word next = words.get(clause.end());
        return next.isSign() ? next.lower().charAt(0) : 0;
    }

    boolean has(EnglishLexicon.Mark mark, Stretch stretch) {
        return marks.stream().anyMatch(found -> found.value() == mark && stretch.holds(found.first()));
    }
}
