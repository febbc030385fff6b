package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.index.Tally;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Parameter;
import huisheng.insight.ask.Question;
import huisheng.insight.ask.Wording;
import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What distinguishes two sets of reviews: in words, opinions, aspects, stars, and in who writes? */
public final class Segments implements Question {
    /** Of the traits told, at most this share is by chance alone. */
    static final double FALSE_DISCOVERY_RATE = 0.05;

    private static final String UNHAPPY = "sentiment:negative";
    private static final Parameter<String> A =
            Parameter.text("a", new Wording("A 的检索语句，默认是负面评论", "query of side A; negative reviews by default"));
    private static final Parameter<String> B =
            Parameter.text("b", new Wording("B 的检索语句，默认是 A 以外的所有评论", "query of side B; by default all that isn't A"));
    private static final Parameter<Integer> LIMIT =
            Parameter.integer("limit", 1, 50, 10, new Wording("每一类最多列几条", "how many to list of each kind"));

    /**
     * @param both reviews that fit both queries: they are on neither side
     * @param net difference of the net sentiments, A minus B; null where either is insufficient, like {@code rating}
     * @param candidates traits of all kinds that were tested, over which the false discovery rate is controlled
     * @param words the surest first, like all after it; empty where {@code insufficient} is not null
     * @param insufficient where a side has too few reviews to compare: the smaller of the two
     */
    public record Answer(
            Side a,
            Side b,
            long both,
            @Nullable Difference net,
            @Nullable Difference rating,
            int candidates,
            List<Trait> words,
            List<Trait> opinions,
            List<Trait> aspects,
            List<Trait> personas,
            @Nullable Insufficient insufficient)
            implements huisheng.insight.ask.Answer, Limited {
        private static final int TOLD = 2;

        public Answer {
            words = List.copyOf(words);
            opinions = List.copyOf(opinions);
            aspects = List.copyOf(aspects);
            personas = List.copyOf(personas);
        }

        @Override
        public List<Finding> findings() {
            return Stream.of(aspects, opinions, words, personas)
                    .flatMap(list -> list.stream().limit(TOLD))
                    .map(trait -> new Finding(trait.says, trait.evidence))
                    .toList();
        }
    }

    /** @param n all reviews of the side */
    public record Side(String query, long n, Figure net, Figure rating) {}

    /**
     * What one side has more of.
     *
     * @param more the side that has it: {@code a} or {@code b}
     * @param nA reviews of A that have it, of which {@code shareA} tells the share; of persons, among those known
     * @param logOdds of A against B, with an informative prior (Monroe, Colaresi and Quinn 2008), like its bounds
     * @param z by which it is ranked
     * @param q false discovery rate
     */
    public record Trait(
            Dimension dimension,
            String value,
            String name,
            String more,
            long nA,
            Share shareA,
            long nB,
            Share shareB,
            double logOdds,
            double low,
            double high,
            double z,
            double p,
            double q,
            Wording says,
            Evidence evidence) {}

    @Override
    public String name() {
        return "segments";
    }

    @Override
    public Wording asks() {
        return new Wording("这两群评论有什么不同？", "What distinguishes these two sets of reviews?");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(A, B, LIMIT);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("a", "ageBand:18-24", "product", "HQ-125");
    }

    @Override
    public Answer answer(Asked asked, ReviewSnapshot now) throws IOException {
        String a = asked.get(A);
        String b = asked.get(B);
        if (a.isBlank() && !b.isBlank()) throw new Fault("给了 b 就要给 a", "b needs an a");
        Sides sides = Sides.of(asked, now, a.isBlank() ? UNHAPPY : a, b);
        Sums first = sums(now, sides.first());
        Sums second = sums(now, sides.second());
        Insufficient insufficient = Insufficient.below(Math.min(first.n(), second.n()));
        int limit = asked.get(LIMIT);
        SegmentTraits traits =
                insufficient == null ? SegmentTraits.of(asked, now, sides) : SegmentTraits.none(asked, now, sides);
        return new Answer(
                side(sides.a(), first),
                side(sides.b(), second),
                sides.both(),
                difference(Scale.NET, first, second),
                difference(Scale.RATING, first, second),
                traits.candidates().size(),
                traits.told(List.of(Dimension.KEYWORD), limit),
                traits.told(List.of(Dimension.ASPECT_OPINION), limit),
                traits.told(List.of(Dimension.ASPECT_POLARITY, Dimension.ASPECT), limit),
                traits.told(SegmentTraits.PERSONAS, limit),
                insufficient);
    }

    private static Sums sums(ReviewSnapshot now, Selection side) throws IOException {
        return Sums.of(now.tally(side, new Tally.By(List.of(), null, 1)));
    }

    private static Side side(String query, Sums sums) {
        return new Side(
                query,
                sums.n(),
                Scale.NET.of(sums).figure(),
                Scale.RATING.of(sums).figure());
    }

    private static @Nullable Difference difference(Scale scale, Sums first, Sums second) {
        Measured a = scale.of(first);
        Measured b = scale.of(second);
        return a.enough() && b.enough() ? a.against(b) : null;
    }
}
