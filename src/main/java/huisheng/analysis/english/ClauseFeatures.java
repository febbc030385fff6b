package huisheng.analysis.english;

import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.pack.Cue;
import huisheng.analysis.pack.RiskCue;
import huisheng.analysis.pack.Target;

/** What is known of one clause: its words, the lexicon's findings in it, how it and its neighbours sound. */
final class ClauseFeatures {
    private static final int SIGNAL = 300;

    private ClauseFeatures() {}

    static FeatureSet of(EnglishText text, int number, Signs signs) {
        EnglishText.Stretch clause = text.clauses.get(number);
        FeatureSet features = new FeatureSet(64);
        WordFeatures.add(features, text, clause);
        addLexicon(features, text, clause);
        addSound(features, number, signs);
        features.signal(SIGNAL + 20, text.closing(clause));
        features.signal(SIGNAL + 21, text.words.get(clause.first()).lower().hashCode());
        features.signal(SIGNAL + 22, Math.min(8, clause.end() - clause.first()));
        return features;
    }

    private static void addLexicon(FeatureSet features, EnglishText text, EnglishText.Stretch clause) {
        for (PhraseTable.Found<Cue> cue : text.cues) {
            if (!clause.holds(cue.first())) continue;
            int polarity = FeatureSet.number(text.polarity(cue));
            String aspect = cue.value().aspect();
            features.signal(SIGNAL, polarity);
            if (aspect != null) features.signal(SIGNAL + 1, aspect.hashCode() * 3 + polarity);
            if (aspect != null) features.signal(SIGNAL + 2, aspect.hashCode());
        }
        for (PhraseTable.Found<Target> target : text.targets) {
            if (clause.holds(target.first()))
                features.signal(SIGNAL + 3, target.value().aspect().hashCode());
        }
        for (PhraseTable.Found<EnglishLexicon.Mark> mark : text.marks) {
            if (clause.holds(mark.first())) features.signal(SIGNAL + 4, FeatureSet.number(mark.value()));
        }
        for (PhraseTable.Found<RiskCue> risk : text.risks) {
            if (!clause.holds(risk.first())) continue;
            int denied = text.isNegated(risk.first()) ? 1 : 0;
            features.signal(SIGNAL + 5, FeatureSet.number(risk.value().type()) * 2 + denied);
        }
    }

    private static void addSound(FeatureSet features, int number, Signs signs) {
        int own = Signs.step(signs.clauses().get(number));
        int whole = Signs.step(signs.whole());
        for (int voice = 0; voice < 3; voice++) {
            features.signal(SIGNAL + 10 + voice, own);
            features.signal(SIGNAL + 13 + voice, whole);
        }
        features.signal(SIGNAL + 16, own * 31 + whole);
        int last = signs.clauses().size() - 1;
        features.signal(
                SIGNAL + 17, number == 0 ? 9 : Signs.step(signs.clauses().get(number - 1)));
        features.signal(
                SIGNAL + 18, number == last ? 9 : Signs.step(signs.clauses().get(number + 1)));
        features.signal(SIGNAL + 19, Math.min(3, last) * 4 + Math.min(3, number));
    }
}
