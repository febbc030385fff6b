package huisheng.analysis.english;

import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.pack.Pack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Cuts and looks up; gives the features that the models of English are trained on and read. Safe from any thread. */
public final class EnglishReader {
    private final EnglishLexicon lexicon;

    private EnglishReader(EnglishLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * Blocks while the lexicon is read.
     *
     * @param home the folder that holds {@code corpora}
     */
    public static EnglishReader load(Path home, Pack pack) throws IOException {
        return new EnglishReader(EnglishLexicon.read(lexicon(home), pack));
    }

    static Path lexicon(Path home) {
        return home.resolve("corpora").resolve("lexicons").resolve("english.tsv");
    }

    public EnglishText read(String text) {
        return EnglishText.of(text, lexicon);
    }

    /** Of the sign of the whole text. */
    public static FeatureSet sign(EnglishText text) {
        return SignFeatures.of(text);
    }

    /**
     * How the text and its clauses sound.
     *
     * @param logit gives the log-odds of praise by features of the sign
     */
    public static Signs signs(EnglishText text, ToDoubleFunction<FeatureSet> logit) {
        return Signs.of(text, logit);
    }

    /** Of one clause. */
    public static FeatureSet clause(EnglishText text, int clause, Signs signs) {
        return ClauseFeatures.of(text, clause, signs);
    }

    /**
     * Of the labels of the whole text.
     *
     * @param judgements one a clause
     */
    public static FeatureSet labels(EnglishText text, Signs signs, List<Judgement> judgements) {
        return LabelFeatures.of(text, signs, judgements);
    }
}
