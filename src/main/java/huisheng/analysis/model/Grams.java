package huisheng.analysis.model;

import huisheng.analysis.Token;
import java.util.List;

/**
 * Reads the features of a stretch of text: character 1- to 4-grams; words, pairs of words and pairs one word apart;
 * clusters of words, pairs and threes of them. Immutable.
 */
public final class Grams {
    private static final int LONGEST = 4;
    private static final int WORD = 0x51ED270B;
    private static final int PAIR = 0x2545F491;
    private static final int APART = 0x6C8E9CF5;
    private static final int FINE = 0x1B873593;
    private static final int FINE_PAIR = 0x38B34AE5;
    private static final int COARSE_PAIR = 0x52DCE729;
    private static final int COARSE_THREE = 0x7ED55D16;
    /** Features a character brings on average, measured on reviews. */
    private static final int PER_CHARACTER = 9;

    private final WordClusters clusters;

    public Grams(WordClusters clusters) {
        this.clusters = clusters;
    }

    /**
     * @param chars folded by {@link #fold}
     * @param tokens of the same text; those from {@code first} to before {@code last} lie between start and end
     */
    public FeatureSet of(char[] chars, int start, int end, List<Token> tokens, int first, int last) {
        FeatureSet set = new FeatureSet((end - start) * PER_CHARACTER + 32);
        addCharacters(set, chars, start, end);
        addWords(set, chars, tokens, first, last);
        return set;
    }

    private static void addCharacters(FeatureSet set, char[] chars, int start, int end) {
        for (int i = start; i < end; i++) {
            int longest = Math.min(LONGEST, end - i);
            int hash = 0;
            for (int k = 0; k < longest; k++) {
                hash = (hash + chars[i + k] + 1) * 0x9E3779B1;
                set.add(hash, i, i + k + 1);
            }
        }
    }

    private void addWords(FeatureSet set, char[] chars, List<Token> tokens, int first, int last) {
        int before = 0;
        int beforeThat = 0;
        int fineBefore = -1;
        int coarseBefore = -1;
        int coarseBeforeThat = -1;
        int start = 0;
        int startBefore = 0;
        for (int i = first; i < last; i++) {
            Token token = tokens.get(i);
            int end = token.end();
            int word = word(chars, token.start(), end);
            int place = clusters.find(word);
            int fine = clusters.fine(place);
            int coarse = clusters.coarse(place);
            set.add(word ^ WORD, token.start(), end);
            if (place >= 0) set.add(FeatureSet.mix(FINE, fine), token.start(), end);
            if (i > first) {
                set.add(FeatureSet.mix(before ^ PAIR, word), start, end);
                set.add(FeatureSet.mix(FeatureSet.mix(FINE_PAIR, fineBefore), fine), start, end);
                set.add(FeatureSet.mix(FeatureSet.mix(COARSE_PAIR, coarseBefore), coarse), start, end);
            }
            if (i > first + 1) {
                set.add(FeatureSet.mix(beforeThat ^ APART, word), startBefore, end);
                int two = FeatureSet.mix(FeatureSet.mix(COARSE_THREE, coarseBeforeThat), coarseBefore);
                set.add(FeatureSet.mix(two, coarse), startBefore, end);
            }
            beforeThat = before;
            before = word;
            coarseBeforeThat = coarseBefore;
            coarseBefore = coarse;
            fineBefore = fine;
            startBefore = start;
            start = token.start();
        }
    }

    static int word(char[] chars, int start, int end) {
        int hash = 1;
        for (int i = start; i < end; i++) hash = hash * 31 + chars[i];
        return hash;
    }

    /** Case and digits tell nothing, nor does the width of a sign. */
    public static char[] fold(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            if (chars[i] < ASCII.length) chars[i] = ASCII[chars[i]];
        }
        return chars;
    }

    private static final char[] ASCII = ascii();

    private static char[] ascii() {
        char[] table = new char[128];
        for (char c = 0; c < 128; c++) table[c] = Character.toLowerCase(c);
        for (char c = '0'; c <= '9'; c++) table[c] = '0';
        table[','] = '，';
        table['!'] = '！';
        table['?'] = '？';
        table[';'] = '；';
        table[':'] = '：';
        table['('] = '（';
        table[')'] = '）';
        table['~'] = '～';
        table['\n'] = ' ';
        return table;
    }
}
