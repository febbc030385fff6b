package huisheng.analysis.opinion;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.Token;
import huisheng.analysis.pack.Pack;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Drafts as the text stages leave them, made with HanLP alone so that these tests stand apart from those stages. */
final class Drafts {
    private static final String CLOSING = "，。！？；…\n,!?;：:、—";

    private final Segment segment;

    Drafts(Pack pack) {
        TreeMap<String, CoreDictionary.Attribute> attributes = new TreeMap<>();
        pack.words().forEach((word, nature) -> attributes.put(word, CoreDictionary.Attribute.create(nature + " 1000")));
        DynamicCustomDictionary words = new DynamicCustomDictionary();
        words.dat.build(attributes);
        segment = new ViterbiSegment()
                .enableAllNamedEntityRecognize(false)
                .enableCustomDictionary(words)
                .enableCustomDictionaryForcing(true);
    }

    Draft of(String text) {
        Draft draft = new Draft(AnalysisRequest.of(text));
        String simplified = HanLP.convertToSimplifiedChinese(text);
        draft.normalised = simplified.length() == text.length() ? simplified : text;
        draft.language = "zh-Hans";
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        for (Term term : segment.seg(draft.normalised)) {
            at = draft.normalised.indexOf(term.word, at);
            tokens.add(new Token(term.word, term.nature.toString(), at));
            at += term.word.length();
        }
        draft.tokens = tokens;
        draft.clauses = clauses(draft.normalised, tokens);
        return draft;
    }

    private static List<Clause> clauses(String text, List<Token> tokens) {
        List<Clause> clauses = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && CLOSING.indexOf(text.charAt(i)) < 0) {
                continue;
            }
            if (i > start) {
                clauses.add(new Clause(
                        start, i, index(tokens, start), index(tokens, i), i < text.length() ? text.charAt(i) : 0));
            }
            start = i + 1;
        }
        return clauses;
    }

    private static int index(List<Token> tokens, int offset) {
        int i = 0;
        while (i < tokens.size() && tokens.get(i).start() < offset) {
            i++;
        }
        return i;
    }
}
