package huisheng.analysis.english;

import huisheng.analysis.pack.Aspect;
import huisheng.analysis.pack.Cue;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.pack.Target;
import huisheng.review.Opinion;
import huisheng.review.Polarity;
import huisheng.review.SentimentLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down what each clause judges: its aspect, its sign, its words. */
final class Opinions {
    private static final double SAID = 0.5;
    /** From here on a clause is taken at its word where the stance asks for an opinion of its sign. */
    private static final double HINTED = 0.2;
    /** Words at the ends of a clause that carry no judgement. */
    private static final Set<String> SILENT = Set.of(
            "and",
            "but",
            "so",
            "because",
            "though",
            "although",
            "while",
            "yet",
            "however",
            "the",
            "it",
            "it's",
            "'s",
            "is",
            "i",
            "we",
            "they",
            "also",
            "that",
            "which",
            "then",
            "just",
            "well",
            "oh");

    private final Pack pack;

    private final Pack general;

    /** @param general names the aspects that {@code pack} lacks */
    Opinions(Pack pack, Pack general) {
        this.pack = pack;
        this.general = general;
    }

    List<Opinion> in(Reading reading, SentimentLabel stance) {
        List<Opinion> opinions = new ArrayList<>();
        for (int i = 0; i < reading.judgements().size(); i++) {
            Polarity polarity = polarity(reading.judgements().get(i));
            if (polarity != null && !isFull(opinions)) add(opinions, reading, i, polarity);
        }
        if (needs(stance, SentimentLabel.POSITIVE)) supply(opinions, reading, Polarity.POSITIVE);
        if (needs(stance, SentimentLabel.NEGATIVE)) supply(opinions, reading, Polarity.NEGATIVE);
        return opinions;
    }

    private boolean isFull(List<Opinion> opinions) {
        return opinions.size() >= pack.thresholds().opinionsPerReview();
    }

    private static boolean needs(SentimentLabel stance, SentimentLabel sign) {
        return stance == sign || stance == SentimentLabel.MIXED;
    }

    private static @Nullable Polarity polarity(Judgement judgement) {
        double most = Math.max(judgement.positive(), Math.max(judgement.negative(), judgement.neutral()));
        if (most < SAID) return null;
        if (most == judgement.positive()) return Polarity.POSITIVE;
        return most == judgement.negative() ? Polarity.NEGATIVE : Polarity.NEUTRAL;
    }

    /** A stance stands on an opinion: the clause most likely to hold it gives it. */
    private void supply(List<Opinion> opinions, Reading reading, Polarity polarity) {
        if (isFull(opinions) || opinions.stream().anyMatch(o -> o.polarity() == polarity)) return;
        int best = -1;
        double most = HINTED;
        for (int i = 0; i < reading.judgements().size(); i++) {
            Judgement judgement = reading.judgements().get(i);
            double own = polarity == Polarity.POSITIVE ? judgement.positive() : judgement.negative();
            if (own >= most && polarity(judgement) == null) {
                most = own;
                best = i;
            }
        }
        if (best >= 0) add(opinions, reading, best, polarity);
    }

    private void add(List<Opinion> opinions, Reading reading, int number, Polarity polarity) {
        EnglishText text = reading.text();
        EnglishText.Stretch words = trimmed(text, text.clauses.get(number));
        Judgement judgement = reading.judgements().get(number);
        String aspect = judgement.aspect();
        Aspect known = pack.aspects().getOrDefault(aspect, general.aspects().get(aspect));
        if (known == null) return;
        int start = text.start(words);
        int end = text.end(words);
        double strength = Math.round(100 * Math.max(judgement.positive(), judgement.negative())) / 100.0;
        double score = polarity == Polarity.POSITIVE ? strength : polarity == Polarity.NEGATIVE ? -strength : 0;
        String said = text.text.substring(start, end);
        boolean implicit = text.cues.stream()
                .noneMatch(cue -> isIn(words, cue) && !cue.value().fact());
        opinions.add(new Opinion(
                aspect, known.name(), target(text, words, aspect), said, polarity, score, start, end, implicit));
    }

    private static boolean isIn(EnglishText.Stretch words, PhraseTable.Found<Cue> cue) {
        return words.holds(cue.first());
    }

    private static @Nullable String target(EnglishText text, EnglishText.Stretch words, String aspect) {
        for (PhraseTable.Found<Target> target : text.targets) {
            if (!words.holds(target.first()) || !target.value().aspect().equals(aspect)) continue;
            int end = text.words.get(target.end() - 1).end();
            return text.text.substring(text.words.get(target.first()).start(), end);
        }
        return null;
    }

    static EnglishText.Stretch trimmed(EnglishText text, EnglishText.Stretch clause) {
        int first = clause.first();
        int end = clause.end();
        while (end - first > 1 && SILENT.contains(text.words.get(first).lower())) first++;
        while (end - first > 1 && text.words.get(end - 1).isSign()) end--;
        while (end - first > 1 && text.words.get(first).isSign()) first++;
        if (end - first > 1 && text.words.get(end - 1).lower().equals("though")) end--;
        return new EnglishText.Stretch(first, end);
    }
}
