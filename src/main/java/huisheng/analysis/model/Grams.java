package huisheng.analysis.model;

import huisheng.analysis.Clause;
import huisheng.analysis.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    /** A character begins as many runs as {@link #LONGEST}, a word brings as many features at most. */
    private static final int PER_WORD = 7;
    /** Signals that later stages add. */
    private static final int SIGNALS = 64;

    private final WordClusters clusters;
    private final KeyIndex vocabulary;

    /** @param vocabulary of the models that read the features */
    public Grams(WordClusters clusters, KeyIndex vocabulary) {
        this.clusters = clusters;
        this.vocabulary = vocabulary;
    }

    /**
     * Of a whole text and of its clauses.
     *
     * @param clauses a part for each clause, whose features lie within it
     */
    public record Read(FeatureSet whole, List<FeaturePart> clauses) {
        public Read {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * @param chars of the text, folded by {@link #fold}
     * @param clauses in text order; the only one of a text has the features of the whole
     */
    public Read of(char[] chars, List<Token> tokens, List<Clause> clauses) {
        int expected = chars.length * LONGEST + tokens.size() * PER_WORD;
        FeatureSet whole = new FeatureSet(expected + SIGNALS, vocabulary);
        Parts parts = clauses.size() > 1 ? new Parts(whole, clauses, expected) : null;
        addCharacters(whole, chars, parts);
        addWords(whole, chars, tokens, parts);
        if (vocabulary.size() > 0) whole.locate();
        if (parts != null) return new Read(whole, parts.sets());
        return new Read(whole, clauses.isEmpty() ? List.of() : List.of(FeaturePart.all(whole)));
    }

    private static void addCharacters(FeatureSet set, char[] chars, @Nullable Parts parts) {
        for (int i = 0; i < chars.length; i++) {
            int longest = Math.min(LONGEST, chars.length - i);
            if (parts != null) parts.turnTo(i);
            int hash = 0;
            for (int k = 0; k < longest; k++) {
                hash = (hash + chars[i + k] + 1) * 0x9E3779B1;
                add(set, parts, hash, i, i + k + 1);
            }
        }
    }

    private static void add(FeatureSet set, @Nullable Parts parts, int hash, int start, int end) {
        int feature = set.add(hash, start, end);
        if (parts != null) parts.add(feature, start, end);
    }

    private void addWords(FeatureSet set, char[] chars, List<Token> tokens, @Nullable Parts parts) {
        int before = 0;
        int beforeThat = 0;
        int fineBefore = -1;
        int coarseBefore = -1;
        int coarseBeforeThat = -1;
        int start = 0;
        int startBefore = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int end = token.end();
            if (parts != null) parts.turnTo(token.start());
            int word = word(chars, token.start(), end);
            int place = clusters.find(word);
            int fine = WordClusters.fine(place);
            int coarse = WordClusters.coarse(place);
            add(set, parts, word ^ WORD, token.start(), end);
            if (place >= 0) add(set, parts, FeatureSet.mix(FINE, fine), token.start(), end);
            if (i > 0) {
                add(set, parts, FeatureSet.mix(before ^ PAIR, word), start, end);
                add(set, parts, FeatureSet.mix(FeatureSet.mix(FINE_PAIR, fineBefore), fine), start, end);
                add(set, parts, FeatureSet.mix(FeatureSet.mix(COARSE_PAIR, coarseBefore), coarse), start, end);
            }
            if (i > 1) {
                add(set, parts, FeatureSet.mix(beforeThat ^ APART, word), startBefore, end);
                int two = FeatureSet.mix(FeatureSet.mix(COARSE_THREE, coarseBeforeThat), coarseBefore);
                add(set, parts, FeatureSet.mix(two, coarse), startBefore, end);
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

    /** Sorts the features of a text, read in the order of their starts or ends, into the clauses that hold them. */
    private static final class Parts {
        private final FeatureSet whole;
        private final List<Clause> clauses;
        private final int[][] members;
        private final int[][] starts;
        private final int[][] ends;
        private final int[] sizes;
        /** The last clause that a feature was told to, + 1. */
        private final int[] told;

        private int at;

        Parts(FeatureSet whole, List<Clause> clauses, int expected) {
            this.whole = whole;
            this.clauses = clauses;
            int count = clauses.size();
            members = new int[count][];
            starts = new int[count][];
            ends = new int[count][];
            sizes = new int[count];
            told = new int[expected];
            for (int c = 0; c < count; c++) {
                int length = clauses.get(c).end() - clauses.get(c).start();
                int most = length * (LONGEST + PER_WORD);
                members[c] = new int[most];
                starts[c] = new int[most];
                ends[c] = new int[most];
            }
        }

        /** Turns to the clause of the character or word whose features come next; words come after all the characters. */
        void turnTo(int place) {
            if (at > 0 && place < clauses.get(at - 1).end()) at = 0;
            while (at < clauses.size() - 1 && place >= clauses.get(at).end()) at++;
        }

        void add(int feature, int start, int end) {
            Clause clause = clauses.get(at);
            if (start < clause.start() || end > clause.end() || told[feature] == at + 1) return;
            int own = sizes[at]++;
            told[feature] = at + 1;
            members[at][own] = feature;
            starts[at][own] = start;
            ends[at][own] = end;
        }

        List<FeaturePart> sets() {
            List<FeaturePart> sets = new ArrayList<>(sizes.length);
            for (int c = 0; c < sizes.length; c++)
                sets.add(FeaturePart.of(whole, members[c], starts[c], ends[c], sizes[c]));
            return sets;
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
