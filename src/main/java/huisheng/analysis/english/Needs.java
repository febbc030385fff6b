package huisheng.analysis.english;

import huisheng.review.Intent;
import huisheng.review.IntentType;
import huisheng.review.Need;
import java.util.List;

/** Tells what is wished for, without the words of wishing: "I wish it had a lid" needs "it had a lid". */
final class Needs {
    private static final String LABEL = "need";

    private Needs() {}

    static List<Need> in(Reading reading, List<Intent> intents) {
        boolean explicit = intents.stream().anyMatch(intent -> intent.type() == IntentType.SUGGESTION);
        if (!explicit && !reading.holds(LABEL)) return List.of();
        EnglishText text = reading.text();
        EnglishText.Stretch clause = explicit ? wished(reading) : reading.evidence(LABEL);
        EnglishText.Stretch words = Opinions.trimmed(text, clause);
        int start = text.start(words);
        int end = text.end(words);
        return List.of(new Need(text.text.substring(start, end), null, !explicit, start, end));
    }

    private static EnglishText.Stretch wished(Reading reading) {
        EnglishText text = reading.text();
        for (PhraseTable.Found<EnglishLexicon.Mark> mark : text.marks) {
            if (mark.value() != EnglishLexicon.Mark.WISH) continue;
            for (EnglishText.Stretch clause : text.clauses) {
                if (clause.holds(mark.first())) return wished(clause, mark);
            }
        }
        return reading.evidence("intent:suggestion");
    }

    /** What follows the wish; what stands before it where nothing follows ("a lid would be nice"). */
    private static EnglishText.Stretch wished(EnglishText.Stretch clause, PhraseTable.Found<EnglishLexicon.Mark> mark) {
        if (clause.end() - mark.end() >= 2) return new EnglishText.Stretch(mark.end(), clause.end());
        if (mark.first() > clause.first()) return new EnglishText.Stretch(clause.first(), mark.first());
        return clause;
    }
}
