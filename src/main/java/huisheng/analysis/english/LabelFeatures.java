package huisheng.analysis.english;

import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.pack.Cue;
import huisheng.analysis.pack.RiskCue;
import huisheng.review.Polarity;
import java.util.List;

/** What the labels of a whole text are told by: its words, how it sounds, what its clauses say, what the lexicon finds. */
final class LabelFeatures {
    private static final int SIGNAL = 400;
    private static final int MANY = 4;
    private static final double SAID = 0.5;

    private LabelFeatures() {}

    static FeatureSet of(EnglishText text, Signs signs, List<Judgement> judgements) {
        FeatureSet features = new FeatureSet(128);
        if (text.words.isEmpty()) return features;
        WordFeatures.add(features, text, new EnglishText.Stretch(0, text.words.size()));
        addSound(features, signs);
        addJudgements(features, judgements);
        addLexicon(features, text, signs);
        addShape(features, text);
        return features;
    }

    private static void addSound(FeatureSet features, Signs signs) {
        int whole = Signs.step(signs.whole());
        int best = Signs.step(signs.best());
        int worst = Signs.step(signs.worst());
        int first = signs.clauses().isEmpty() ? 0 : Signs.step(signs.clauses().getFirst());
        int last = signs.clauses().isEmpty() ? 0 : Signs.step(signs.clauses().getLast());
        features.signal(SIGNAL, whole);
        features.signal(SIGNAL + 1, best);
        features.signal(SIGNAL + 2, worst);
        features.signal(SIGNAL + 3, last);
        features.signal(SIGNAL + 4, best * 31 + worst);
        features.signal(SIGNAL + 5, last * 31 + whole);
        features.signal(SIGNAL + 6, first * 31 + last);
    }

    private static void addJudgements(FeatureSet features, List<Judgement> judgements) {
        int positive = 0;
        int negative = 0;
        int neutral = 0;
        double praise = 0;
        double blame = 0;
        for (Judgement judgement : judgements) {
            if (judgement.positive() > SAID) positive++;
            if (judgement.negative() > SAID) negative++;
            if (judgement.neutral() > SAID) neutral++;
            praise = Math.max(praise, judgement.positive());
            blame = Math.max(blame, judgement.negative());
        }
        for (int voice = 0; voice < 3; voice++) {
            features.signal(SIGNAL + 10 + voice, few(positive) * 31 + few(negative));
            features.signal(SIGNAL + 13 + voice, tenths(praise) * 31 + tenths(blame));
        }
        features.signal(SIGNAL + 16, few(neutral) * 31 + (positive > 0 ? 2 : 0) + (negative > 0 ? 1 : 0));
        features.signal(SIGNAL + 17, tenths(praise));
        features.signal(SIGNAL + 18, tenths(blame));
        if (judgements.isEmpty()) return;
        Judgement last = judgements.getLast();
        features.signal(SIGNAL + 19, tenths(last.positive()) * 31 + tenths(last.negative()));
    }

    private static void addLexicon(FeatureSet features, EnglishText text, Signs signs) {
        int whole = Signs.step(signs.whole());
        int positive = 0;
        int negative = 0;
        for (PhraseTable.Found<Cue> cue : text.cues) {
            if (text.polarity(cue) == Polarity.POSITIVE) positive++;
            if (text.polarity(cue) == Polarity.NEGATIVE) negative++;
        }
        features.signal(SIGNAL + 20, few(positive) * 31 + few(negative));
        for (PhraseTable.Found<EnglishLexicon.Mark> mark : text.marks) {
            int kind = FeatureSet.number(mark.value()) * 2 + (text.isNegated(mark.first()) ? 1 : 0);
            features.signal(SIGNAL + 21, kind);
            features.signal(SIGNAL + 22, kind);
            features.signal(SIGNAL + 23, kind * 31 + whole);
        }
        for (PhraseTable.Found<RiskCue> risk : text.risks) {
            int kind = FeatureSet.number(risk.value().type()) * 2 + (RiskFinder.isDenied(text, risk) ? 1 : 0);
            for (int voice = 0; voice < 3; voice++) features.signal(SIGNAL + 24 + voice, kind);
            features.signal(SIGNAL + 27, kind * 4 + risk.value().severity());
            features.signal(SIGNAL + 28, kind * 31 + whole);
        }
    }

    private static void addShape(FeatureSet features, EnglishText text) {
        features.signal(SIGNAL + 30, few(text.clauses.size()));
        features.signal(SIGNAL + 31, Math.min(40, text.words.size()) / 4);
        features.signal(SIGNAL + 32, text.words.getLast().lower().charAt(0));
        features.signal(SIGNAL + 33, text.words.getFirst().lower().hashCode());
        for (Word word : text.words) {
            if (word.isSign()) features.signal(SIGNAL + 34, word.lower().charAt(0));
        }
        if (text.words.size() < 2) return;
        int opening = FeatureSet.mix(
                text.words.get(0).lemma().hashCode(), text.words.get(1).lemma().hashCode());
        features.signal(SIGNAL + 35, opening);
    }

    private static int few(int count) {
        return Math.min(MANY, count);
    }

    private static int tenths(double probability) {
        return (int) Math.round(probability * 5);
    }
}
