package huisheng.insight.cluster;

import java.util.LinkedHashSet;
import java.util.Set;

/** The words of a document that a label may be made of. */
final class Candidates {
    private static final int LONGEST = 4;
    /** A piece of text that no segmenter took for a word is one less often. */
    private static final double MERE_PIECE = 0.7;

    private static final int LEAST_SINGLE = 5;

    private Candidates() {}

    static Set<String> of(Document document) {
        Set<String> found = new LinkedHashSet<>();
        if (document.text().isEmpty()) {
            found.addAll(document.words());
            return found;
        }
        for (String word : document.words()) {
            if (Wording.isTelling(word) && document.text().contains(word)) found.add(word);
        }
        for (String run : Wording.runs(document.text())) {
            if (!Wording.isHan(run.charAt(0))) {
                if (Wording.isTelling(run)) found.add(run);
                continue;
            }
            for (int from = 0; from < run.length(); from++) {
                for (int to = from + 1; to <= Math.min(run.length(), from + LONGEST); to++) {
                    String piece = run.substring(from, to);
                    if (Wording.isTelling(piece)) found.add(piece);
                }
            }
        }
        return found;
    }

    /** @return a factor: longer words say more, and keywords are words */
    static double wordliness(String word, boolean keyword) {
        return (keyword ? 1 : MERE_PIECE) * Math.sqrt(Math.min(word.length(), LONGEST));
    }

    /** @return members that must say a word for it to be a term: a character alone may be chance */
    static int least(String word, boolean keyword) {
        if (keyword) return 2;
        return word.length() > 1 ? 3 : LEAST_SINGLE;
    }
}
