package huisheng.analysis.english;

import huisheng.analysis.pack.Cue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words of content by their lemma, and the lexicon's phrases; a negated word with its "not". */
final class EnglishKeywords {
    private static final int MAX = 30;
    private static final int SHORTEST = 3;
    private static final Set<String> STOPWORDS = Set.of(
            ("the and for with this that these those from have has had was were been being are not but you your our they them"
                            + " their there here what when where which who will would can could should about into out over then than so"
                            + " just very really also all any some such own same too only one two get got make made after before while"
                            + " because again once more most much many its his her she him how why did does done don didn isn wasn")
                    .split(" "));

    private EnglishKeywords() {}

    /** @param own stopwords of the pack */
    static List<String> of(EnglishText text, Set<String> own) {
        Set<String> found = new LinkedHashSet<>();
        for (PhraseTable.Found<Cue> cue : text.cues) {
            boolean negated = text.isNegated(cue.first());
            if (!negated && cue.end() - cue.first() < 2) continue;
            String phrase = text.text
                    .substring(
                            text.words.get(cue.first()).start(),
                            text.words.get(cue.end() - 1).end())
                    .toLowerCase(Locale.ROOT);
            found.add(negated ? "not " + phrase : phrase);
        }
        for (int i = 0; i < text.words.size() && found.size() < MAX; i++) {
            String lemma = text.words.get(i).lemma();
            boolean worthy = lemma.length() >= SHORTEST && Character.isLetter(lemma.charAt(0));
            if (worthy && !text.isNegated(i) && !STOPWORDS.contains(lemma) && !own.contains(lemma)) found.add(lemma);
        }
        return found.stream().limit(MAX).toList();
    }
}
