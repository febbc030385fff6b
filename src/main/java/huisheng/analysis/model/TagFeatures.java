package huisheng.analysis.model;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.Token;
import huisheng.review.Opinion;
import java.util.Arrays;
import java.util.List;

/**
 * What a word looks like to a {@link Tagger}: itself and its neighbours with their parts of speech, clusters and outer
 * characters, and how far the next opinion of the lexicon is.
 */
public final class TagFeatures {
    /** Features that a word has. */
    public static final int PER_WORD = 30;

    private static final int BEFORE = 1;
    private static final int AFTER = 2;
    private static final int FAR = 6;

    private final WordClusters clusters;

    TagFeatures(WordClusters clusters) {
        this.clusters = clusters;
    }

    /** How many words of the draft are read. */
    static int count(Draft draft) {
        List<Token> tokens = draft.tokens;
        int count = tokens.size();
        while (count > 0 && tokens.get(count - 1).end() > Tagger.MAX_LENGTH) count--;
        return count;
    }

    /** {@link #PER_WORD} hashes for each word. */
    public int[] of(Draft draft) {
        int count = count(draft);
        Words words = new Words(draft, count, clusters);
        int[] next = opinions(draft, count);
        int[] out = new int[count * PER_WORD];
        for (int i = 0; i < count; i++) words.tell(i, next[i], out, i * PER_WORD);
        return out;
    }

    /** Distance in words to the next opinion of the same clause, 0 inside one; {@link #FAR} for none. */
    private static int[] opinions(Draft draft, int count) {
        int[] distance = new int[count];
        Arrays.fill(distance, FAR);
        if (draft.opinions.isEmpty()) return distance;
        boolean[] inside = inside(draft, count);
        for (Clause clause : draft.clauses) {
            int next = FAR;
            for (int i = Math.min(count, clause.endToken()) - 1; i >= clause.firstToken(); i--) {
                next = inside[i] ? 0 : Math.min(FAR, next + 1);
                distance[i] = next;
            }
        }
        return distance;
    }

    private static boolean[] inside(Draft draft, int count) {
        boolean[] inside = new boolean[count];
        for (int i = 0; i < count; i++) {
            Token token = draft.tokens.get(i);
            int start = draft.offsets.start(token.start());
            int end = draft.offsets.end(token.end());
            for (Opinion opinion : draft.opinions) inside[i] |= start < opinion.end() && end > opinion.start();
        }
        return inside;
    }

    private static int hash(int kind, int a, int b) {
        return FeatureSet.mix(kind * 0x3C6EF372 + a * 0x85EBCA77, b);
    }

    /** What is known of each word. */
    private static final class Words {
        private final int count;
        private final int[] word;
        private final int[] fine;
        private final int[] coarse;
        private final int[] nature;
        private final int[] first;
        private final int[] last;

        Words(Draft draft, int count, WordClusters clusters) {
            this.count = count;
            word = new int[count];
            fine = new int[count];
            coarse = new int[count];
            nature = new int[count];
            first = new int[count];
            last = new int[count];
            for (int i = 0; i < count; i++) {
                Token token = draft.tokens.get(i);
                int hash = Grams.word(draft.folded, token.start(), token.end());
                int known = clusters.find(hash);
                word[i] = hash;
                fine[i] = WordClusters.fine(known);
                coarse[i] = WordClusters.coarse(known);
                nature[i] = token.nature().hashCode();
                first[i] = draft.folded[token.start()];
                last[i] = draft.folded[token.end() - 1];
            }
        }

        void tell(int i, int next, int[] out, int at) {
            int left = of(word, i - 1);
            int right = of(word, i + 1);
            int leftTag = of(nature, i - 1);
            int rightTag = of(nature, i + 1);
            int leftFine = of(fine, i - 1);
            int rightFine = of(fine, i + 1);
            out[at] = hash(1, word[i], 0);
            out[at + 1] = hash(2, left, 0);
            out[at + 2] = hash(3, right, 0);
            out[at + 3] = hash(4, of(word, i - 2), 0);
            out[at + 4] = hash(5, of(word, i + 2), 0);
            out[at + 5] = hash(6, left, word[i]);
            out[at + 6] = hash(7, word[i], right);
            out[at + 7] = hash(8, of(word, i - 2), left);
            out[at + 8] = hash(9, right, of(word, i + 2));
            out[at + 9] = hash(10, left, right);
            out[at + 10] = hash(11, fine[i], 0);
            out[at + 11] = hash(12, leftFine, fine[i]);
            out[at + 12] = hash(13, fine[i], rightFine);
            out[at + 13] = hash(14, rightFine, of(fine, i + 2));
            out[at + 14] = hash(15, of(fine, i - 2), leftFine);
            out[at + 15] = hash(16, leftFine, rightFine * 65_599 + fine[i]);
            out[at + 16] = hash(17, nature[i], 0);
            out[at + 17] = hash(18, leftTag, nature[i]);
            out[at + 18] = hash(19, nature[i], rightTag);
            out[at + 19] = hash(20, leftTag, rightTag * 31 + nature[i]);
            out[at + 20] = hash(21, rightTag, of(nature, i + 2) * 31 + nature[i]);
            out[at + 21] = hash(22, of(nature, i - 2), leftTag * 31 + nature[i]);
            out[at + 22] = hash(23, of(coarse, i - 1), of(coarse, i + 1) * 1024 + coarse[i]);
            out[at + 23] = hash(24, first[i], 0);
            out[at + 24] = hash(25, last[i], 0);
            out[at + 25] = hash(26, of(last, i - 1), first[i]);
            out[at + 26] = hash(27, last[i], of(first, i + 1));
            out[at + 27] = hash(28, next, 0);
            out[at + 28] = hash(29, next, fine[i]);
            out[at + 29] = hash(30, next, nature[i]);
        }

        private int of(int[] values, int i) {
            return i < 0 ? BEFORE : i >= count ? AFTER : values[i];
        }
    }
}
