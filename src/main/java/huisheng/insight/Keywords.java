package huisheng.insight;

import huisheng.index.ContrastCounts;
import huisheng.index.Quote;
import huisheng.index.ReviewIndex;
import huisheng.index.ReviewSnapshot;
import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which words are said most, and which are said more than before? Blocks. */
public final class Keywords {
    public static final int MAX_LIMIT = 100;
    /** A rising word is one of at most this share of false ones. */
    public static final double FALSE_DISCOVERY_RATE = 0.05;
    /** Words of fewer reviews in both periods are no candidates. */
    private static final int MIN_REVIEWS = 5;

    private static final int EVIDENCE = 5;
    private final ReviewIndex index;

    public Keywords(ReviewIndex index) {
        this.index = index;
    }

    /**
     * @param reviews in the window, {@code baselineReviews} in the baseline
     * @param candidates words that were tested, over which the false discovery rate is controlled
     * @param top most frequent in the window first
     * @param rising most surprising first; empty where {@code insufficient} is not null
     * @param insufficient where window or baseline have too few reviews to compare: the smaller of the two
     */
    public record Answer(
            Period window,
            Period baseline,
            long reviews,
            long baselineReviews,
            int candidates,
            List<Word> top,
            List<Word> rising,
            @Nullable Insufficient insufficient,
            NoiseEffect noise) {
        public Answer {
            top = List.copyOf(top);
            rising = List.copyOf(rising);
        }
    }

    /**
     * @param n reviews of the window that hold the word
     * @param withoutNoise the same where noise is left out, whatever the question asked for
     * @param withNoise the same where noise is counted
     * @param ratio of the shares in window and baseline, half a review added to each so that it is finite
     * @param g2 Dunning's log-likelihood ratio; null, like p and q, where there is too little to compare
     * @param q false discovery rate by Benjamini and Hochberg
     */
    public record Word(
            String keyword,
            long n,
            long baselineN,
            long withoutNoise,
            long withNoise,
            double ratio,
            @Nullable Double g2,
            @Nullable Double p,
            @Nullable Double q,
            List<Long> evidence) {
        public Word {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * @param selection its period is the window
     * @param baseline null for the period of the same length before the window
     * @param limit words in each list, 1 to {@link #MAX_LIMIT}
     */
    public Answer ask(Selection selection, @Nullable Period baseline, int limit) throws IOException {
        Period window = selection.filter().period();
        if (window == null) throw new Fault("请给出时段", "keywords need a period");
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Fault(
                    "limit 应在 1 到 " + MAX_LIMIT + " 之间，现为 " + limit,
                    "limit must be 1 to " + MAX_LIMIT + ", not " + limit);
        }
        Period before = baseline == null ? window.before() : baseline;
        return index.ask(now -> answer(now, selection, window, before, limit));
    }

    private static Answer answer(ReviewSnapshot now, Selection selection, Period window, Period before, int limit)
            throws IOException {
        ContrastCounts counts = now.contrast(Dimension.KEYWORD, selection, selection.during(before), MIN_REVIEWS);
        Insufficient insufficient = Insufficient.below(Math.min(counts.windowReviews(), counts.baselineReviews()));
        List<Contrasted> candidates = Contrasted.of(counts);
        List<Contrasted> top = top(candidates, limit);
        List<Contrasted> rising = insufficient == null ? rising(candidates, limit) : List.of();
        Describing describing = new Describing(now, selection, insufficient == null);
        return new Answer(
                window,
                before,
                counts.windowReviews(),
                counts.baselineReviews(),
                candidates.size(),
                describing.words(top),
                describing.words(rising),
                insufficient,
                NoiseEffect.of(counts.noise()));
    }

    private static List<Contrasted> top(List<Contrasted> candidates, int limit) {
        return candidates.stream()
                .filter(candidate -> candidate.count().window() > 0)
                .sorted(Comparator.comparingLong(
                                (Contrasted candidate) -> candidate.count().window())
                        .reversed()
                        .thenComparing(candidate -> candidate.count().value()))
                .limit(limit)
                .toList();
    }

    private static List<Contrasted> rising(List<Contrasted> candidates, int limit) {
        return candidates.stream()
                .filter(candidate -> candidate.ratio() > 1
                        && candidate.q() <= FALSE_DISCOVERY_RATE
                        && candidate.count().window() >= MIN_REVIEWS)
                .sorted(Comparator.comparingDouble((Contrasted candidate) -> candidate.g2())
                        .reversed()
                        .thenComparing(candidate -> candidate.count().value()))
                .limit(limit)
                .toList();
    }

    /** Adds to the words of an answer what they are seen by. */
    private static final class Describing {
        private final ReviewSnapshot now;
        private final Selection selection;
        private final boolean comparable;

        Describing(ReviewSnapshot now, Selection selection, boolean comparable) {
            this.now = now;
            this.selection = selection;
            this.comparable = comparable;
        }

        List<Word> words(List<Contrasted> candidates) throws IOException {
            List<Word> words = new ArrayList<>();
            for (Contrasted candidate : candidates) words.add(word(candidate));
            return words;
        }

        private Word word(Contrasted candidate) throws IOException {
            String keyword = candidate.count().value();
            return new Word(
                    keyword,
                    candidate.count().window(),
                    candidate.count().baseline(),
                    candidate.count().withoutNoise(),
                    candidate.count().withNoise(),
                    candidate.ratio(),
                    comparable ? candidate.g2() : null,
                    comparable ? candidate.p() : null,
                    comparable ? candidate.q() : null,
                    now.quotes(selection, Dimension.KEYWORD, keyword, EVIDENCE).stream()
                            .map(Quote::id)
                            .toList());
        }
    }
}
