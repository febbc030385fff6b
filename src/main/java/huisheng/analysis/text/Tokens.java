package huisheng.analysis.text;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.collection.trie.bintrie.BinTrie;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Words by HanLP's Viterbi segmentation with the pack's words as a dictionary. Names are not looked for: in reviews they
 * cost half the speed and find little. The segment is only read after construction, so that any thread may use it.
 */
public final class Tokens implements Stage {
    /** Part of speech of emoji and emoticons, HanLP's tag for interjections. */
    public static final String EMOTICON = "e";

    private static final String SIGN = "w";
    private static final int FREQUENCY = 1000;

    private final Segment segment;

    /** @param words that must not be cut, with HanLP's tag of each: product words, aspect synonyms, opinion words */
    public Tokens(Map<String, String> words) {
        segment = new ViterbiSegment()
                .enableNameRecognize(false)
                .enablePlaceRecognize(false)
                .enableOrganizationRecognize(false)
                .enableTranslatedNameRecognize(false)
                .enableJapaneseNameRecognize(false)
                .enableCustomDictionary(false)
                .enableOffset(false);
        SortedMap<String, CoreDictionary.Attribute> dictionary = new TreeMap<>();
        words.forEach((word, nature) -> {
            String normal = Normalisation.normalise(word).text();
            if (normal.length() > 1 && normal.indexOf(' ') < 0) {
                dictionary.put(normal, CoreDictionary.Attribute.create(nature + " " + FREQUENCY));
            }
        });
        if (!dictionary.isEmpty()) segment.enableCustomDictionary(dictionary(dictionary));
    }

    private static DynamicCustomDictionary dictionary(SortedMap<String, CoreDictionary.Attribute> words) {
        DoubleArrayTrie<CoreDictionary.Attribute> trie = new DoubleArrayTrie<>();
        if (trie.build(new TreeMap<>(words)) < 0)
            throw new IllegalStateException("the dictionary of pack words cannot be built");
        // every constructor reads HanLP's own list of words, whose tags mislead: 不怎么样 would be a name
        DynamicCustomDictionary dictionary = new DynamicCustomDictionary();
        dictionary.dat = trie;
        dictionary.trie = new BinTrie<>();
        return dictionary;
    }

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.NORMALISED);
    }

    @Override
    public Layer adds() {
        return Layer.TOKENS;
    }

    @Override
    public void annotate(Draft draft) {
        String text = draft.normalised;
        List<Token> tokens = new ArrayList<>(text.length());
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            int end = Emoticons.endAt(text, at);
            if (end == at) {
                at++;
                continue;
            }
            segment(text, from, at, tokens);
            tokens.add(new Token(text.substring(at, end), EMOTICON, at));
            from = end;
            at = end;
        }
        segment(text, from, text.length(), tokens);
        draft.tokens = List.copyOf(tokens);
    }

    private void segment(String text, int start, int end, List<Token> tokens) {
        if (start == end) return;
        int at = start;
        for (Term term : segment.seg(start == 0 && end == text.length() ? text : text.substring(start, end))) {
            // HanLP hands out substrings of what it was given; where it did not, what it skipped stays visible as signs
            int found = text.startsWith(term.word, at) ? at : text.indexOf(term.word, at);
            if (found < 0 || found + term.word.length() > end) continue;
            if (found > at) addUnread(text, at, found, tokens);
            if (!term.word.isBlank()) tokens.add(new Token(term.word, term.nature.toString(), found));
            at = found + term.word.length();
        }
        if (at < end) addUnread(text, at, end, tokens);
    }

    private static void addUnread(String text, int start, int end, List<Token> tokens) {
        String skipped = text.substring(start, end);
        if (!skipped.isBlank()) tokens.add(new Token(skipped, SIGN, start));
    }
}
