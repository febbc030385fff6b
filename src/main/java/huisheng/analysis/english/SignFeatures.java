package huisheng.analysis.english;

import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.pack.Cue;
import huisheng.review.Polarity;

/** What the sign of a text is told by: runs of one to three words, lemmas with their negation, and the lexicon's votes. */
final class SignFeatures {
    private static final int WORD = 1;
    private static final int NEGATED = 2;
    private static final int LEMMA = 3;
    private static final int TWO = 4;
    private static final int THREE = 5;
    private static final int VOTES = 100;
    private static final int MANY = 6;
    /** How often each vote counts against a word: what carries over to trades that training has not seen. */
    private static final int VOICES = 3;

    private SignFeatures() {}

    static FeatureSet of(EnglishText text) {
        FeatureSet features = new FeatureSet(text.words.size() * 4);
        add(features, text, new EnglishText.Stretch(0, text.words.size()));
        return features;
    }

    static FeatureSet of(EnglishText text, EnglishText.Stretch stretch) {
        FeatureSet features = new FeatureSet(16);
        add(features, text, stretch);
        return features;
    }

    private static void add(FeatureSet features, EnglishText text, EnglishText.Stretch stretch) {
        for (int i = stretch.first(); i < stretch.end(); i++) {
            Word word = text.words.get(i);
            int start = word.start();
            int hash = word.lower().hashCode();
            features.add(FeatureSet.mix(WORD, hash), start, word.end());
            boolean negated = text.isNegated(i);
            if (negated) features.add(FeatureSet.mix(NEGATED, hash), start, word.end());
            features.add(FeatureSet.mix(LEMMA, word.lemma().hashCode() * 2 + (negated ? 1 : 0)), start, word.end());
            if (i + 1 >= stretch.end()) continue;
            Word second = text.words.get(i + 1);
            int two = FeatureSet.mix(hash, second.lower().hashCode());
            features.add(FeatureSet.mix(TWO, two), start, second.end());
            if (i + 2 >= stretch.end()) continue;
            Word third = text.words.get(i + 2);
            features.add(FeatureSet.mix(THREE, FeatureSet.mix(two, third.lower().hashCode())), start, third.end());
        }
        vote(features, text, stretch);
    }

    /** Counts as steps: as many features as there are votes, so that each weighs. */
    private static void vote(FeatureSet features, EnglishText text, EnglishText.Stretch stretch) {
        int positive = 0;
        int negative = 0;
        for (PhraseTable.Found<Cue> cue : text.cues) {
            if (!stretch.holds(cue.first())) continue;
            if (text.polarity(cue) == Polarity.POSITIVE) positive++;
            if (text.polarity(cue) == Polarity.NEGATIVE) negative++;
        }
        int net = Math.clamp(positive - negative, -MANY, MANY);
        for (int voice = 0; voice < VOICES; voice++) {
            for (int step = 1; step <= Math.abs(net); step++) features.signal(VOTES + voice, net > 0 ? step : -step);
            features.signal(VOTES + VOICES + voice, Integer.signum(net));
        }
    }
}
