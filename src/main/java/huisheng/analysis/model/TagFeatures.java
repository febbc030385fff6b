package huisheng.analysis.model;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.Token;
import huisheng.review.Opinion;
import java.util.Arrays;

/**
 * What a character looks like to a {@link Tagger}: its neighbours, the words it stands in and between, their parts of
 * speech and clusters, and how far the next opinion of the lexicon is.
 */
public final class TagFeatures {
    private static final int UNKNOWN = -1;
    private static final int FAR = 6;

    private final WordClusters clusters;

    TagFeatures(WordClusters clusters) {
        this.clusters = clusters;
    }

    /** Takes one feature of the character at a place. */
    public interface Sink {
        void take(int at, int hash);
    }

    public void of(Draft draft, int length, Sink sink) {
        Words words = new Words(draft, length, clusters);
        int[] opinions = opinions(draft, length);
        for (int i = 0; i < length; i++) {
            characters(draft.folded, i, length, sink);
            words.tell(i, sink);
            int next = opinions[i];
            sink.take(i, hash(30, next, words.place[i]));
            sink.take(i, hash(31, next, words.fine[i]));
        }
    }

    private static void characters(char[] chars, int i, int length, Sink sink) {
        int c = chars[i];
        int left = i > 0 ? chars[i - 1] : 1;
        int left2 = i > 1 ? chars[i - 2] : 1;
        int right = i + 1 < length ? chars[i + 1] : 2;
        int right2 = i + 2 < length ? chars[i + 2] : 2;
        sink.take(i, hash(1, c, 0));
        sink.take(i, hash(2, left, 0));
        sink.take(i, hash(3, right, 0));
        sink.take(i, hash(4, left2, 0));
        sink.take(i, hash(5, right2, 0));
        sink.take(i, hash(6, left, c));
        sink.take(i, hash(7, c, right));
        sink.take(i, hash(8, left2, left));
        sink.take(i, hash(9, right, right2));
        sink.take(i, hash(10, left * 65_599 + c, right));
    }

    /** Distance to the next opinion of the same clause, 0 inside one; {@link #FAR} for none. */
    private static int[] opinions(Draft draft, int length) {
        boolean[] inside = new boolean[length];
        for (int i = 0; i < length && !draft.opinions.isEmpty(); i++) {
            int at = draft.offsets.start(i);
            for (Opinion opinion : draft.opinions) inside[i] |= at >= opinion.start() && at < opinion.end();
        }
        int[] distance = new int[length];
        Arrays.fill(distance, FAR);
        for (Clause clause : draft.clauses) {
            int next = FAR;
            for (int i = Math.min(length, clause.end()) - 1; i >= clause.start(); i--) {
                next = inside[i] ? 0 : Math.min(FAR, next + 1);
                distance[i] = next;
            }
        }
        return distance;
    }

    private static int hash(int kind, int a, int b) {
        return FeatureSet.mix(FeatureSet.mix(kind * 0x3C6EF372, a), b);
    }

    /** The word of each character: its hash, clusters, part of speech, and where in it the character stands. */
    private static final class Words {
        private static final int START = 1;
        private static final int END = 2;

        private final int length;
        private final int[] word;
        private final int[] fine;
        private final int[] coarse;
        private final int[] nature;
        private final int[] place;
        private final int[] start;
        private final int[] end;

        Words(Draft draft, int length, WordClusters clusters) {
            this.length = length;
            word = new int[length];
            fine = new int[length];
            coarse = new int[length];
            nature = new int[length];
            place = new int[length];
            start = new int[length];
            end = new int[length];
            for (int i = 0; i < length; i++) {
                start[i] = i;
                end[i] = i + 1;
                fine[i] = UNKNOWN;
                coarse[i] = UNKNOWN;
            }
            for (Token token : draft.tokens) {
                if (token.end() <= length) fill(token, draft.folded, clusters);
            }
        }

        private void fill(Token token, char[] chars, WordClusters clusters) {
            int hash = Grams.word(chars, token.start(), token.end());
            int known = clusters.find(hash);
            for (int i = token.start(); i < token.end(); i++) {
                word[i] = hash;
                fine[i] = clusters.fine(known);
                coarse[i] = clusters.coarse(known);
                nature[i] = token.nature().hashCode();
                place[i] = i == token.start() ? (token.end() - i == 1 ? 3 : 0) : i == token.end() - 1 ? 2 : 1;
                start[i] = token.start();
                end[i] = token.end();
            }
        }

        void tell(int i, Sink sink) {
            int before = start[i] - 1;
            int after = end[i];
            int further = after < length ? end[after] : length;
            int wordBefore = at(word, before);
            int wordAfter = at(word, after);
            int kind = fine[i] * 4 + place[i];
            sink.take(i, hash(11, word[i], place[i]));
            sink.take(i, hash(12, wordBefore, place[i]));
            sink.take(i, hash(13, wordAfter, place[i]));
            sink.take(i, hash(14, fine[i], place[i]));
            sink.take(i, hash(15, at(fine, before), kind));
            sink.take(i, hash(16, at(fine, after), kind));
            sink.take(i, hash(17, wordBefore, word[i] * 4 + place[i]));
            sink.take(i, hash(18, wordAfter, word[i] * 4 + place[i]));
            sink.take(i, hash(19, nature[i], place[i]));
            sink.take(i, hash(20, at(nature, before), nature[i] * 4 + place[i]));
            sink.take(i, hash(21, at(nature, after), nature[i] * 4 + place[i]));
            sink.take(i, hash(22, at(coarse, before), at(coarse, after) * 1024 + coarse[i] * 4 + place[i]));
            sink.take(i, hash(23, at(word, further), place[i]));
            sink.take(i, hash(24, at(fine, further), kind));
            sink.take(i, hash(25, at(nature, further), at(nature, after) * 31 + nature[i] * 4 + place[i]));
        }

        private int at(int[] values, int i) {
            return i < 0 ? START : i >= length ? END : values[i];
        }
    }
}
