package huisheng.insight;

import huisheng.index.AspectMoments;
import huisheng.index.ReviewSnapshot;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Baseline;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Parameter;
import huisheng.insight.ask.Question;
import huisheng.insight.ask.Wording;
import huisheng.review.Labelled;
import huisheng.review.Period;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How does each aspect stand, where is it going, what does it weigh, and what should be improved first? */
public final class AspectScorecard implements Question {
    /** Of the changes told, at most this share is by chance alone. */
    static final double FALSE_DISCOVERY_RATE = 0.05;

    private static final Parameter<Integer> LIMIT = Parameter.integer(
            "limit", 1, AspectDrivers.MOST, AspectDrivers.MOST, new Wording("最多列几个方面", "how many aspects to list"));

    /**
     * @param reviews in the period, {@code baselineReviews} in the baseline
     * @param drivers what the weights and gains are made of; null where there are too few reviews, or none differ
     * @param aspects the most spoken of first
     * @param improvements what would raise the outcome beyond chance, the largest gain first
     * @param candidates changes tested, two of each aspect, over which the false discovery rate is controlled
     */
    public record Answer(
            Period baseline,
            long reviews,
            long baselineReviews,
            @Nullable Drivers drivers,
            List<Aspect> aspects,
            List<Improvement> improvements,
            int candidates,
            @Nullable Insufficient insufficient)
            implements huisheng.insight.ask.Answer, Limited {
        private static final int TOLD = 3;

        public Answer {
            aspects = List.copyOf(aspects);
            improvements = List.copyOf(improvements);
        }

        @Override
        public List<Finding> findings() {
            return Stream.concat(
                            improvements.stream().limit(TOLD).map(each -> new Finding(each.says, each.evidence)),
                            ScorecardSentences.changes(aspects).limit(TOLD))
                    .toList();
        }
    }

    /**
     * @param outcome stars; sentiment (1, 0, -1) where fewer than 100 reviews have stars
     * @param n reviews that have it
     * @param r2 share of its variance that the aspects explain
     */
    public record Drivers(AspectMoments.Outcome outcome, long n, double mean, double r2) {}

    /**
     * @param n reviews that speak of it, of which {@code mention} is the share
     * @param net of the opinions on it
     * @param complaintShare of all complaints those that speak ill of it; null where there are too few complaints
     * @param importance Johnson's relative weight, as a share of all that the aspects explain; null without drivers
     * @param quadrant importance against the average of the aspects, net against that of all opinions (J. A. Martilla and J.
     *     C. James, "Importance-performance analysis", Journal of Marketing 41 (1977) 1, 77–79)
     */
    public record Aspect(
            String aspect,
            String name,
            long n,
            Share mention,
            Figure net,
            Change netChange,
            Change mentionChange,
            long complaints,
            @Nullable Share complaintShare,
            @Nullable Double importance,
            @Nullable Quadrant quadrant,
            Evidence evidence) {}

    /**
     * Against the baseline.
     *
     * @param difference null where either is insufficient, like {@code q}
     */
    public record Change(
            Figure before,
            @Nullable Difference difference,
            @Nullable Double q) {}

    /** What to do about an aspect. */
    public enum Quadrant implements Labelled {
        /** It matters and stands badly. */
        CONCENTRATE_HERE,
        /** It matters and stands well. */
        KEEP_UP,
        /** It matters little and stands badly. */
        LOW_PRIORITY,
        /** It matters little and stands well. */
        POSSIBLE_OVERKILL
    }

    /**
     * What would be gained, as far as opinions move the outcome and don't just go with it.
     *
     * @param negatives reviews that speak ill of it, among those that have the outcome
     * @param gain rise of the mean outcome if half of them said nothing of it: least squares over all aspects, slope ×
     *     negatives / 2 / n, with the interval of the slope
     */
    public record Improvement(
            String aspect, String name, long negatives, Figure gain, Wording says, Evidence evidence) {}

    @Override
    public String name() {
        return "scorecard";
    }

    @Override
    public Wording asks() {
        return new Wording(
                "各方面表现如何、在变好还是变差，先改进哪一个？", "How does each aspect stand and move, and what should be improved first?");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Baseline.PARAMETER, LIMIT);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("brand", "砚鹭");
    }

    @Override
    public Answer answer(Asked asked, ReviewSnapshot now) throws IOException {
        Period baseline = Baseline.of(asked);
        AspectDrivers drivers = AspectDrivers.of(now, asked.selection());
        Scorecard card = Scorecard.of(asked, now, baseline, drivers, asked.get(LIMIT));
        return new Answer(
                baseline,
                card.reviews(),
                card.baselineReviews(),
                drivers == null ? null : new Drivers(drivers.outcome(), drivers.n(), drivers.mean(), drivers.r2()),
                card.aspects(),
                drivers == null ? List.of() : ScorecardSentences.improvements(asked, now, drivers),
                card.candidates(),
                Insufficient.below(card.reviews()));
    }
}
