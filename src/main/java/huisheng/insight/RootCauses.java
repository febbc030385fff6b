package huisheng.insight;

import huisheng.index.ContrastCounts;
import huisheng.index.ReviewSnapshot;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Baseline;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Narrowing;
import huisheng.insight.ask.Parameter;
import huisheng.insight.ask.Question;
import huisheng.insight.ask.Wording;
import huisheng.insight.change.Cause;
import huisheng.insight.change.CauseText;
import huisheng.insight.change.Contributor;
import huisheng.insight.change.Contributors;
import huisheng.insight.change.Cube;
import huisheng.insight.change.Decomposition;
import huisheng.insight.change.Explanation;
import huisheng.insight.change.FiveWhys;
import huisheng.insight.change.Names;
import huisheng.insight.change.RootCause;
import huisheng.insight.change.Totals;
import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why did a measure change? */
public final class RootCauses implements Question {
    private static final List<Dimension> DEFAULT_BY = List.of(
            Dimension.PRODUCT,
            Dimension.REGION,
            Dimension.CHANNEL,
            Dimension.AGE_BAND,
            Dimension.GENDER,
            Dimension.LEVEL);
    private static final int BASELINE_LENGTHS = 3;
    private static final int MAX_EFFECTS = 10;
    private static final int MAX_OPINIONS = 20;

    private static final Parameter<Optional<Period>> BASELINE = Parameter.period(
            Baseline.FROM,
            Baseline.UNTIL,
            new Wording(
                    "对比的基线时段，默认是窗口之前三倍长的一段，让小的人群也够比",
                    "what is compared with; by default three times the length of the period before it, so that small segments have enough"));
    private static final Parameter<ChangingMeasure> MEASURE = Parameter.label(
            "measure",
            ChangingMeasure.class,
            ChangingMeasure.NEGATIVE,
            new Wording(
                    "负面率、抱怨率、风险率、健康风险率、净情感、评分或评论量",
                    "negative, complaint, risk or health risk rate, net sentiment, rating or volume"));
    private static final Parameter<List<String>> BY = Parameter.words(
            "by",
            Cube.MAX_DIMENSIONS,
            new Wording(
                    "在哪些维度里找原因，默认 product,region,channel,ageBand,gender,level",
                    "dimensions to look in; by default product,region,channel,ageBand,gender,level"));

    /**
     * @param explanation causes, mix and what changed everywhere, which sum to the change exactly
     * @param sentence what an alert can carry
     * @param causes the explanation's causes in order, each with what shows it
     * @param aspects what the additional hits are about, by more than chance; empty where the measure has no hits
     * @param decompositions of the change on the values of each dimension, the largest {@value #MAX_EFFECTS} each; they
     *     sum to the change exactly
     * @param whys a 5-Why analysis as far as the figures go
     */
    public record Answer(
            Period window,
            Period baseline,
            ChangingMeasure measure,
            Explanation explanation,
            Wording sentence,
            List<ShownCause> causes,
            List<ShownAspect> aspects,
            List<Decomposition> decompositions,
            List<FiveWhys.Why> whys)
            implements huisheng.insight.ask.Answer, Limited {
        public Answer {
            causes = List.copyOf(causes);
            aspects = List.copyOf(aspects);
            decompositions = List.copyOf(decompositions);
            whys = List.copyOf(whys);
        }

        @Override
        public @Nullable Insufficient insufficient() {
            return explanation.insufficient();
        }

        @Override
        public List<Finding> findings() {
            if (causes.isEmpty()) return List.of();
            Evidence evidence = causes.stream()
                    .filter(shown -> !CauseText.offsets(shown.cause()))
                    .map(ShownCause::evidence)
                    .findFirst()
                    .orElseGet(() -> aspects.isEmpty()
                            ? causes.getFirst().evidence()
                            : aspects.getFirst().evidence());
            return List.of(new Finding(sentence, evidence));
        }
    }

    /** A cause, said in words. */
    public record ShownCause(Wording where, Cause cause, Evidence evidence) {}

    /** What additional hits are about. */
    public record ShownAspect(String aspect, String name, Contributor contributor, Evidence evidence) {}

    @Override
    public String name() {
        return "root-cause";
    }

    @Override
    public Wording asks() {
        return new Wording("指标为什么变了？", "Why did a measure change?");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(BASELINE, MEASURE, BY);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("measure", "negative");
    }

    @Override
    public Answer answer(Asked asked, ReviewSnapshot now) throws IOException {
        ChangingMeasure measure = asked.get(MEASURE);
        Period before = baseline(asked, measure);
        Selection window = asked.selection();
        Selection baseline = window.during(before);
        Cube cube = new ChangeCube(now, measure, dimensions(asked.get(BY))).of(baseline, window);
        Explanation explanation = RootCause.explain(cube);
        List<Contributor> contributors = contributors(now, measure, baseline, window, explanation);
        CauseText text = new CauseText(measure.told(), names(asked));
        Wording sentence = text.tell(explanation, contributors);
        List<FiveWhys.Typical> opinions =
                contributors.isEmpty() ? List.of() : opinions(now, measure.hits(window), contributors);
        return new Answer(
                asked.period(),
                before,
                measure,
                explanation,
                sentence,
                causes(now, text, explanation, measure.hits(window)),
                aspects(asked, now, contributors, measure.hits(window)),
                decompositions(cube, explanation),
                new FiveWhys(text).ask(explanation, contributors, opinions));
    }

    private static Period baseline(Asked asked, ChangingMeasure measure) {
        Optional<Period> given = asked.get(BASELINE);
        if (measure != ChangingMeasure.VOLUME) return given.orElseGet(() -> before(asked.period()));
        Period same = given.orElseGet(asked.period()::before);
        if (!length(same).equals(length(asked.period()))) {
            throw new Fault("评论量只能与同样长的时段相比", "volume can only be compared with a baseline of the same length");
        }
        return same;
    }

    private static Duration length(Period period) {
        return Duration.between(period.from(), period.until());
    }

    private static Period before(Period period) {
        return new Period(period.from().minus(length(period).multipliedBy(BASELINE_LENGTHS)), period.from());
    }

    private static List<Dimension> dimensions(List<String> keys) {
        if (keys.isEmpty()) return DEFAULT_BY;
        List<Dimension> dimensions = new ArrayList<>();
        for (String key : keys) {
            dimensions.add(Dimension.of(key)
                    .filter(ChangeCube::single)
                    .orElseThrow(() -> new Fault(
                            "by 不能是 “" + key + "”：一条评论在这个维度上要只有一个值",
                            "by cannot be '" + key + "': a review must have one value in the dimension")));
        }
        return dimensions;
    }

    private static Names names(Asked asked) {
        return (dimension, value) ->
                dimension.equals(CauseText.ASPECT) ? Wording.same(asked.aspectName(value)) : Wording.same(value);
    }

    /** Aspects that the additional hits speak ill of. */
    private static List<Contributor> contributors(
            ReviewSnapshot now, ChangingMeasure measure, Selection baseline, Selection window, Explanation explanation)
            throws IOException {
        if (!measure.hasHits() || explanation.change() == null) return List.of();
        ContrastCounts counts =
                now.contrast(Dimension.ASPECT_POLARITY, measure.hits(window), measure.hits(baseline), 1);
        List<Contributors.Mentions> mentions = new ArrayList<>();
        for (ContrastCounts.Count count : counts.counts()) {
            int colon = count.value().lastIndexOf(':');
            if (!count.value().substring(colon + 1).equals("negative")) continue;
            mentions.add(
                    new Contributors.Mentions(count.value().substring(0, colon), count.baseline(), count.window()));
        }
        return Contributors.of(
                Totals.share(explanation.nA(), counts.baselineReviews()),
                Totals.share(explanation.nB(), counts.windowReviews()),
                mentions);
    }

    /** The most frequent words about the aspects that contribute. */
    private static List<FiveWhys.Typical> opinions(ReviewSnapshot now, Selection hits, List<Contributor> contributors)
            throws IOException {
        List<String> aspects = contributors.stream().map(Contributor::name).toList();
        return now.contrast(Dimension.ASPECT_OPINION, hits, hits, 2).counts().stream()
                .sorted(Comparator.comparingLong((ContrastCounts.Count count) -> -count.window())
                        .thenComparing(ContrastCounts.Count::value))
                .map(count -> {
                    int colon = count.value().indexOf(':');
                    String aspect = count.value().substring(0, colon);
                    return new FiveWhys.Typical(aspect, count.value().substring(colon + 1), count.window());
                })
                .filter(typical -> aspects.contains(typical.aspect()))
                .limit(MAX_OPINIONS)
                .toList();
    }

    private static List<ShownCause> causes(ReviewSnapshot now, CauseText text, Explanation explanation, Selection hits)
            throws IOException {
        List<ShownCause> shown = new ArrayList<>();
        for (Cause cause : explanation.causes()) {
            Selection segment = hits;
            for (Map.Entry<String, String> condition : cause.conditions().entrySet()) {
                Dimension dimension = Dimension.of(condition.getKey()).orElseThrow();
                segment = Narrowing.to(segment, dimension, condition.getValue());
            }
            Wording where = text.where(cause);
            shown.add(new ShownCause(where, cause, Evidence.of(now, segment)));
        }
        return shown;
    }

    private static List<ShownAspect> aspects(
            Asked asked, ReviewSnapshot now, List<Contributor> contributors, Selection hits) throws IOException {
        List<ShownAspect> shown = new ArrayList<>();
        for (Contributor contributor : contributors) {
            Evidence evidence = Evidence.of(now, hits, Dimension.ASPECT_POLARITY, contributor.name() + ":negative");
            shown.add(new ShownAspect(contributor.name(), asked.aspectName(contributor.name()), contributor, evidence));
        }
        return shown;
    }

    private static List<Decomposition> decompositions(Cube cube, @Nullable Explanation explanation) {
        if (explanation == null || explanation.change() == null) return List.of();
        return Decomposition.all(cube).stream()
                .map(decomposition -> decomposition.top(MAX_EFFECTS))
                .toList();
    }
}
