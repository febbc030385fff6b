package huisheng.analysis.english;

import java.util.List;
import java.util.Set;

/** Tells which words stand in the scope of a negator: from it to the end of its clause, at most a few words. */
final class Negation {
    private static final Set<String> ENDS = Set.of(
            ".", ",", ";", ":", "!", "?", "but", "although", "though", "however", "because", "-", "(", ")", "and");
    private static final int REACH = 6;

    private Negation() {}

    /** One a word. A negator itself is not in its own scope. */
    static boolean[] of(List<Word> words, List<PhraseTable.Found<EnglishLexicon.Mark>> negators) {
        boolean[] negated = new boolean[words.size()];
        for (PhraseTable.Found<EnglishLexicon.Mark> negator : negators) {
            int from = negator.end();
            if (from < words.size() && words.get(from).lower().equals("only")) continue;
            mark(words, negated, from, words.get(negator.first()).sentence());
        }
        return negated;
    }

    private static void mark(List<Word> words, boolean[] negated, int from, int sentence) {
        int until = Math.min(words.size(), from + REACH);
        for (int i = from; i < until; i++) {
            Word word = words.get(i);
            if (word.sentence() != sentence || ENDS.contains(word.lower())) return;
            // a second negator takes the first one back: "can't say I didn't like it"
            negated[i] = !negated[i];
        }
    }
}
