package huisheng.analysis.opinion;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import huisheng.analysis.Draft;
import huisheng.analysis.Token;
import huisheng.analysis.pack.Operator;
import huisheng.analysis.pack.Pack;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** All words of a pack in one automaton: a text is read once. */
final class Dictionary {
    private static final char GOOD = '好';

    private final AhoCorasickDoubleArrayTrie<Roles> automaton = new AhoCorasickDoubleArrayTrie<>();

    Dictionary(Pack pack) {
        TreeMap<String, Roles> words = new TreeMap<>();
        pack.lexicon().opinions().forEach((word, cue) -> roles(words, word).cue = cue);
        pack.cues().forEach((word, cue) -> roles(words, word).cue = cue);
        pack.targets().forEach((word, target) -> roles(words, word).target = target);
        pack.judged().forEach((word, signs) -> roles(words, word).judged.putAll(signs));
        pack.lexicon().emoji().forEach((sign, cue) -> {
            Roles roles = roles(words, sign);
            roles.cue = cue;
            roles.emoji = true;
        });
        for (Operator operator : Operator.values()) {
            pack.lexicon()
                    .words(operator)
                    .forEach((word, weight) -> roles(words, word).operators.put(operator, weight));
        }
        automaton.build(words);
    }

    private static Roles roles(Map<String, Roles> words, String word) {
        return words.computeIfAbsent(word.toLowerCase(Locale.ROOT), w -> new Roles());
    }

    /** In order of their ends; words that cut through tokens are left out. */
    List<Hit> find(Draft draft) {
        String text = draft.normalised;
        char[] lower = text.toCharArray();
        for (int i = 0; i < lower.length; i++) {
            // char by char, so that no offset moves
            lower[i] = Character.toLowerCase(lower[i]);
        }
        BitSet edges = edges(draft.tokens, lower.length);
        BitSet done = text.indexOf(GOOD) < 0 ? new BitSet(0) : resultatives(text, draft.tokens);
        List<Hit> hits = new ArrayList<>();
        automaton.parseText(lower, (int start, int end, Roles roles) -> {
            if (fits(lower, edges, start, end, roles) && !(end - start == 1 && done.get(start))) {
                hits.add(new Hit(start, end, roles));
            }
        });
        return hits;
    }

    private static BitSet edges(List<Token> tokens, int length) {
        BitSet edges = new BitSet(length + 1);
        edges.set(0);
        edges.set(length);
        for (Token token : tokens) {
            edges.set(token.start());
            edges.set(token.end());
        }
        return edges;
    }

    /** 写好了 says that it is done, not that it is good. */
    private BitSet resultatives(String text, List<Token> tokens) {
        BitSet done = new BitSet();
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.end() - token.start() != 1 || text.charAt(token.start()) != GOOD) continue;
            Token before = tokens.get(i - 1);
            if (before.nature().startsWith("v")
                    && before.end() == token.start()
                    && automaton.get(before.word()) == null) {
                done.set(token.start());
            }
        }
        return done;
    }

    /** Short words must be whole tokens; a long one is trusted over the segmenter, which knows no slang. */
    private static boolean fits(char[] text, BitSet edges, int start, int end, Roles roles) {
        if (text[start] < 128 && (letter(text, start - 1) || letter(text, end)) && letter(text, start)) {
            return false;
        }
        if (roles.emoji) {
            return true;
        }
        if (!roles.isContent()) {
            return end - start > 1 || edges.get(start) || edges.get(end);
        }
        return end - start > 2 ? edges.get(start) || edges.get(end) : edges.get(start) && edges.get(end);
    }

    private static boolean letter(char[] text, int at) {
        return at >= 0 && at < text.length && text[at] < 128 && Character.isLetter(text[at]);
    }
}
