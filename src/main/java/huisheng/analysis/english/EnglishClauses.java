package huisheng.analysis.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parts words into clauses: at signs, before words that turn (but, though), and at an "and" between two long sides. */
final class EnglishClauses {
    private static final Set<String> TURNS =
            Set.of("but", "although", "though", "however", "while", "yet", "except", "because", "until", "so");
    private static final Set<String> SIGNS =
            Set.of(".", ",", ";", ":", "!", "?", "(", ")", "--", "...", "…", "–", "—", "*");
    /** Words on either side of an "and" that parts. */
    private static final int SIDE = 3;

    private EnglishClauses() {}

    static List<EnglishText.Stretch> of(List<Word> words) {
        List<EnglishText.Stretch> clauses = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < words.size(); at++) {
            boolean newSentence =
                    at > 0 && words.get(at).sentence() != words.get(at - 1).sentence();
            if (newSentence || isTurn(words, from, at)) {
                add(clauses, from, at);
                from = at;
            } else if (isSign(words.get(at))) {
                add(clauses, from, at);
                from = at + 1;
            }
        }
        add(clauses, from, words.size());
        return List.copyOf(clauses);
    }

    private static void add(List<EnglishText.Stretch> clauses, int from, int until) {
        if (from < until) clauses.add(new EnglishText.Stretch(from, until));
    }

    private static boolean isSign(Word word) {
        return SIGNS.contains(word.lower()) || "!?.".indexOf(word.lower().charAt(0)) >= 0;
    }

    private static boolean isTurn(List<Word> words, int from, int at) {
        String word = words.get(at).lower();
        if (at - from < 2) return false;
        if (TURNS.contains(word)) return true;
        return word.equals("and") && at - from >= SIDE && isLongAfter(words, at + 1);
    }

    private static boolean isLongAfter(List<Word> words, int from) {
        for (int i = from; i < from + SIDE; i++) {
            if (i >= words.size()
                    || isSign(words.get(i))
                    || words.get(i).lower().equals("and")) return false;
        }
        return true;
    }
}
