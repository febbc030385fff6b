package huisheng.alert.rule;

import huisheng.review.AnalysedReview;
import huisheng.review.Dimension;
import huisheng.review.Risk;
import huisheng.review.RiskType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules about single reviews, found by the rarest thing that each asks for, so that a review is tested against the few
 * that it may match however many there are. Immutable.
 */
public final class RuleIndex {
    public static final RuleIndex EMPTY = new RuleIndex(List.of());

    /** By which a rule is found, the rarest value first; other dimensions never. */
    private static final List<Dimension> RAREST = List.of(
            Dimension.AUTHOR,
            Dimension.COPY,
            Dimension.COMPARISON,
            Dimension.COMPETITOR,
            Dimension.ASPECT_OPINION,
            Dimension.KEYWORD,
            Dimension.STORE,
            Dimension.PRODUCT,
            Dimension.VARIANT,
            Dimension.ASPECT_POLARITY,
            Dimension.REGION,
            Dimension.RATING,
            Dimension.BRAND,
            Dimension.CHANNEL,
            Dimension.AGE_BAND);

    private final Map<RiskType, List<ReviewTest>> byRisk = new EnumMap<>(RiskType.class);
    private final Map<Dimension, Map<String, List<ReviewTest>>> byValue = new EnumMap<>(Dimension.class);
    private final List<ReviewTest> others = new ArrayList<>();

    private RuleIndex(List<ActiveRule> rules) {
        for (ActiveRule active : rules) {
            if (active.rule().when() instanceof Immediate when) add(new ReviewTest(active, when));
        }
    }

    /** Rules that are not about single reviews are left out. */
    public static RuleIndex of(List<ActiveRule> rules) {
        return new RuleIndex(rules);
    }

    private void add(ReviewTest test) {
        Immediate when = test.when();
        RiskTest risk = when.risk();
        if (risk != null) {
            Set<RiskType> types = risk.types().isEmpty() ? Set.of(RiskType.values()) : risk.types();
            types.forEach(
                    type -> byRisk.computeIfAbsent(type, t -> new ArrayList<>()).add(test));
            return;
        }
        Map<Dimension, Set<String>> wanted = test.active().rule().filter().in();
        for (Dimension dimension : RAREST) {
            Set<String> values = wanted.get(dimension);
            if (values == null) values = implied(dimension, when);
            if (values == null) continue;
            Map<String, List<ReviewTest>> tests = byValue.computeIfAbsent(dimension, d -> new HashMap<>());
            values.forEach(value ->
                    tests.computeIfAbsent(value, v -> new ArrayList<>()).add(test));
            return;
        }
        others.add(test);
    }

    private static @Nullable Set<String> implied(Dimension dimension, Immediate when) {
        Integer most = when.rating();
        if (dimension != Dimension.RATING || most == null) return null;
        List<String> stars = new ArrayList<>();
        for (int star = 1; star <= most; star++) stars.add(String.valueOf(star));
        return Set.copyOf(stars);
    }

    public boolean isEmpty() {
        return byRisk.isEmpty() && byValue.isEmpty() && others.isEmpty();
    }

    /** The rules that the review matches, each once. */
    public List<Hit> hits(AnalysedReview review, Instant now) {
        Values values = new Values(review);
        Map<Long, Hit> hits = new HashMap<>();
        for (Risk risk : review.analysis().risks()) {
            test(byRisk.getOrDefault(risk.type(), List.of()), values, now, hits);
        }
        byValue.forEach((dimension, tests) -> {
            for (String value : values.of(dimension)) test(tests.getOrDefault(value, List.of()), values, now, hits);
        });
        test(others, values, now, hits);
        return List.copyOf(hits.values());
    }

    private static void test(List<ReviewTest> tests, Values values, Instant now, Map<Long, Hit> hits) {
        for (ReviewTest test : tests) {
            if (hits.containsKey(test.active().id())) continue;
            Hit hit = test.hit(values, now);
            if (hit != null) hits.put(test.active().id(), hit);
        }
    }
}
