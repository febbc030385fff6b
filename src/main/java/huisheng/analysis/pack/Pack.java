package huisheng.analysis.pack;

import huisheng.review.Polarity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a company edits, put together with the lexicons. Immutable.
 *
 * @param fallback aspect of an opinion that names none; null drops it
 * @param aspects by id, in the order of the file
 * @param heirs aspects of the parent to the aspects that stand for them here
 * @param targets words for the things judged
 * @param cues opinion words that name their aspect
 * @param judged words whose sign depends on the aspect: word to aspect id to sign
 * @param stopwords words that are no keyword
 * @param version SHA-256 of every file read
 */
public record Pack(
        String id,
        String name,
        @Nullable String fallback,
        Map<String, Aspect> aspects,
        Map<String, String> heirs,
        Map<String, Target> targets,
        Map<String, Cue> cues,
        Map<String, Map<String, Polarity>> judged,
        List<String> products,
        List<Competitor> competitors,
        Set<String> stopwords,
        Thresholds thresholds,
        Lexicon lexicon,
        String version) {
    private static final int LONGEST_WORD = 4;
    /** An opinion that opens with one of these is a phrase; as one word it would hide 好吃 in 不好吃 from a search. */
    private static final String PHRASE_OPENERS = "不没无很太超好有是别未真最够";

    /** What an aspect of the general pack is here, null where this pack has none for it. */
    public @Nullable Aspect heir(String general) {
        return aspects.get(heirs.getOrDefault(general, general));
    }

    /** The words a segmenter should keep whole, with HanLP's tag for their part of speech. */
    public Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        lexicon.opinions().keySet().forEach(word -> addOpinion(words, word));
        cues.forEach((word, cue) -> {
            if (!cue.fact()) {
                addOpinion(words, word);
            }
        });
        targets.keySet().forEach(word -> add(words, word, "n"));
        products.forEach(word -> add(words, word, "n"));
        for (Competitor competitor : competitors) {
            add(words, competitor.name(), "nz");
            competitor.aliases().forEach(alias -> add(words, alias, "nz"));
        }
        return words;
    }

    private static void addOpinion(Map<String, String> words, String word) {
        boolean phrase = word.length() > 2 && PHRASE_OPENERS.indexOf(word.charAt(0)) >= 0;
        if (!phrase && word.length() <= LONGEST_WORD) {
            add(words, word, "a");
        }
    }

    private static void add(Map<String, String> words, String word, String nature) {
        if (word.length() > 1) {
            words.put(word, nature);
        }
    }
}
