package huisheng.analysis.english;

import huisheng.analysis.model.FeatureSet;

/** The words of a stretch for models that learn from few rows: forms, lemmas with their negation, pairs. */
final class WordFeatures {
    private static final int FORM = 11;
    private static final int LEMMA = 12;
    private static final int PAIR = 13;
    private static final int GAP = 14;

    private WordFeatures() {}

    static void add(FeatureSet features, EnglishText text, EnglishText.Stretch stretch) {
        for (int i = stretch.first(); i < stretch.end(); i++) {
            Word word = text.words.get(i);
            int lemma = word.lemma().hashCode();
            int negated = text.isNegated(i) ? 1 : 0;
            features.add(FeatureSet.mix(FORM, word.lower().hashCode()), word.start(), word.end());
            features.add(FeatureSet.mix(LEMMA, lemma * 2 + negated), word.start(), word.end());
            if (i + 1 < stretch.end()) addPair(features, PAIR, word, text.words.get(i + 1));
            if (i + 2 < stretch.end()) addPair(features, GAP, word, text.words.get(i + 2));
        }
    }

    private static void addPair(FeatureSet features, int kind, Word first, Word second) {
        int pair = FeatureSet.mix(first.lemma().hashCode(), second.lemma().hashCode());
        features.add(FeatureSet.mix(kind, pair), first.start(), second.end());
    }
}
