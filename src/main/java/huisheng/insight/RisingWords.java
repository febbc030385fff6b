package huisheng.insight;

import huisheng.index.ContrastCounts;
import huisheng.index.Interval;
import huisheng.index.ReviewSnapshot;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Baseline;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Parameter;
import huisheng.insight.ask.Question;
import huisheng.insight.ask.Wording;
import huisheng.insight.statistics.LogOdds;
import huisheng.review.Dimension;
import huisheng.review.Labelled;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which words, phrases and opinions are said more, and which less, than before? */
public final class RisingWords implements Question {
    /** Of the words told, at most this share moved by chance alone. */
    static final double FALSE_DISCOVERY_RATE = 0.05;
    /** Words of fewer reviews in both periods are no candidates. */
    private static final int MIN_REVIEWS = 5;
    /** Reviews that the prior of a log-odds ratio is worth. */
    private static final int PRIOR = 100;

    private static final Parameter<Kind> OF = Parameter.label(
            "of",
            Kind.class,
            Kind.WORDS,
            new Wording("词和短语，还是“方面：评价”", "words and phrases, or opinions under their aspect"));
    private static final Parameter<Integer> LIMIT = Parameter.integer(
            "limit", 1, 100, 20, new Wording("上升和下降各列多少个", "how many to list, rising and falling each"));

    /** What is compared. */
    enum Kind implements Labelled {
        WORDS(Dimension.KEYWORD),
        OPINIONS(Dimension.ASPECT_OPINION);

        private final Dimension dimension;

        Kind(Dimension dimension) {
            this.dimension = dimension;
        }
    }

    /**
     * @param reviews in the window, {@code baselineReviews} in the baseline
     * @param candidates that were tested, over which the false discovery rate is controlled
     * @param rising the most surprising first, like {@code falling}; both empty where {@code insufficient} is not null
     * @param insufficient where window or baseline have too few reviews to compare: the smaller of the two
     */
    public record Answer(
            Period window,
            Period baseline,
            long reviews,
            long baselineReviews,
            int candidates,
            List<Word> rising,
            List<Word> falling,
            @Nullable Insufficient insufficient)
            implements huisheng.insight.ask.Answer, Limited {
        private static final int TOLD = 3;

        public Answer {
            rising = List.copyOf(rising);
            falling = List.copyOf(falling);
        }

        @Override
        public List<Finding> findings() {
            return Stream.concat(
                            rising.stream().limit(TOLD).map(word -> word.finding(true)),
                            falling.stream().limit(TOLD).map(word -> word.finding(false)))
                    .toList();
        }
    }

    /**
     * @param name what it is called: an opinion with its aspect's name
     * @param n reviews of the window that hold the word
     * @param isNew it was never said in the baseline
     * @param withoutNoise the same n where noise is left out, whatever the question asked for; {@code withNoise} where it
     *     is counted
     * @param ratio of the shares in window and baseline, half a review added to each so that it is finite
     * @param logOdds log-odds ratio with an informative Dirichlet prior, and {@code z} how many standard errors that is
     * @param g2 Dunning's log-likelihood ratio
     * @param q false discovery rate by Benjamini and Hochberg
     * @param began when a rising word began to be said more; null where that cannot be told
     */
    public record Word(
            String word,
            String name,
            long n,
            Share share,
            long baselineN,
            Share baselineShare,
            boolean isNew,
            long withoutNoise,
            long withNoise,
            double ratio,
            double logOdds,
            double z,
            double g2,
            double p,
            double q,
            Beginnings.@Nullable Began began,
            Evidence evidence) {
        private Finding finding(boolean rising) {
            String from = baselineShare.percent();
            String to = share.percent();
            String day = began == null
                    ? ""
                    : began.start().atZone(Interval.ZONE).toLocalDate().toString();
            String zh = began == null ? "" : "，约自 " + day + " 起";
            String en = began == null ? "" : ", since about " + day;
            return new Finding(
                    new Wording(
                            "“%s”%s：%s → %s（%d 条，q%s%s）"
                                    .formatted(name, rising ? "说得更多" : "说得更少", from, to, n, Tell.chance(q), zh),
                            "\"%s\" is said %s: %s → %s (n = %d, q%s%s)"
                                    .formatted(word, rising ? "more" : "less", from, to, n, Tell.chance(q), en)),
                    evidence);
        }
    }

    @Override
    public String name() {
        return "rising-words";
    }

    @Override
    public Wording asks() {
        return new Wording(
                "哪些词、短语和评价比以前说得更多或更少？", "Which words, phrases and opinions are said more, or less, than before?");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Baseline.PARAMETER, OF, LIMIT);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("ageBand", "18-24");
    }

    @Override
    public Answer answer(Asked asked, ReviewSnapshot now) throws IOException {
        Selection window = asked.selection();
        Period before = Baseline.of(asked);
        Dimension dimension = asked.get(OF).dimension;
        int limit = asked.get(LIMIT);
        ContrastCounts counts = now.contrast(dimension, window, window.during(before), MIN_REVIEWS);
        long reviews = counts.windowReviews();
        Insufficient insufficient = Insufficient.below(Math.min(reviews, counts.baselineReviews()));
        List<Contrasted> candidates = insufficient == null ? Contrasted.of(counts) : List.of();
        Telling telling = new Telling(asked, now, window, window.during(before), dimension, counts);
        return new Answer(
                asked.period(),
                before,
                reviews,
                counts.baselineReviews(),
                candidates.size(),
                telling.words(surprising(candidates, true, limit), true),
                telling.words(surprising(candidates, false, limit), false),
                insufficient);
    }

    private static List<Contrasted> surprising(List<Contrasted> candidates, boolean rising, int limit) {
        return candidates.stream()
                .filter(candidate -> candidate.ratio() > 1 == rising && candidate.q() <= FALSE_DISCOVERY_RATE)
                .sorted(Comparator.comparingDouble((Contrasted candidate) -> -candidate.g2())
                        .thenComparing(candidate -> candidate.count().value()))
                .limit(limit)
                .toList();
    }

    /** Adds to the words of an answer what they are seen by: for falling ones, where they were still said. */
    private record Telling(
            Asked asked,
            ReviewSnapshot now,
            Selection window,
            Selection baseline,
            Dimension dimension,
            ContrastCounts counts) {
        List<Word> words(List<Contrasted> candidates, boolean rising) throws IOException {
            List<String> told = candidates.stream()
                    .map(candidate -> candidate.count().value())
                    .toList();
            Map<String, Beginnings.Began> began =
                    rising ? Beginnings.of(now, window, period(baseline), dimension, told) : Map.of();
            List<Word> words = new ArrayList<>();
            for (Contrasted candidate : candidates) {
                words.add(word(
                        candidate,
                        rising ? window : baseline,
                        began.get(candidate.count().value())));
            }
            return words;
        }

        private static Period period(Selection selection) {
            return java.util.Objects.requireNonNull(selection.filter().period());
        }

        private Word word(Contrasted candidate, Selection seen, Beginnings.@Nullable Began began) throws IOException {
            ContrastCounts.Count count = candidate.count();
            LogOdds odds = LogOdds.of(
                    count.window(), counts.windowReviews(), count.baseline(), counts.baselineReviews(), PRIOR);
            return new Word(
                    count.value(),
                    ValueNames.of(asked, dimension, count.value()),
                    count.window(),
                    Share.of(count.window(), counts.windowReviews()),
                    count.baseline(),
                    Share.of(count.baseline(), counts.baselineReviews()),
                    count.baseline() == 0,
                    count.withoutNoise(),
                    count.withNoise(),
                    candidate.ratio(),
                    odds.effect(),
                    odds.z(),
                    candidate.g2(),
                    candidate.p(),
                    candidate.q(),
                    began,
                    Evidence.of(now, seen, dimension, count.value()));
        }
    }
}
