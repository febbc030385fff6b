package huisheng.bench;

import huisheng.alert.rule.Condition;
import huisheng.alert.rule.Immediate;
import huisheng.alert.rule.Influence;
import huisheng.alert.rule.RiskTest;
import huisheng.alert.rule.Rule;
import huisheng.alert.rule.RuleFilter;
import huisheng.alert.rule.ShippedRules;
import huisheng.alert.rule.Watched;
import huisheng.insight.ask.Wording;
import huisheng.review.Dimension;
import huisheng.review.Review;
import huisheng.review.RiskType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Alert rules as the departments of a company ask for them: of a kind, and for a product, a region or a channel. */
final class RuleSet {
    /** About single reviews. */
    static final int IMMEDIATE = 180;

    /** About measures. */
    static final int WATCHED = 20;

    private final Corpus corpus;
    private final Set<String> targets;
    private final Random random;

    /** @param targets that each rule tells */
    RuleSet(Corpus corpus, long seed, Set<String> targets) {
        this.corpus = corpus;
        this.targets = targets;
        this.random = new Random(seed);
    }

    List<Rule> make() {
        List<Rule> shipped = ShippedRules.all().values().stream()
                .filter(rule -> rule.when() instanceof Watched)
                .toList();
        List<Rule> rules = new ArrayList<>();
        for (int id = 0; id < IMMEDIATE; id++) rules.add(immediate(id));
        for (int id = 0; id < WATCHED; id++) rules.add(watched(id, shipped.get(id % shipped.size())));
        return rules;
    }

    private Review like() {
        return corpus.review(random.nextInt(corpus.distinct()));
    }

    private Rule immediate(int id) {
        Review like = like();
        Map<Dimension, Set<String>> in = new EnumMap<>(Dimension.class);
        if (like.product() != null) in.put(Dimension.PRODUCT, Set.of(like.product()));
        if (like.region() != null && id % 2 == 0) in.put(Dimension.REGION, Set.of(like.region()));
        if (id % 3 == 0) in.put(Dimension.CHANNEL, Set.of(like.channel()));
        return new Rule(
                Wording.same("rule " + id),
                true,
                condition(id),
                new RuleFilter(in, null, null),
                null,
                1 + id % 3,
                targets,
                Set.of(Dimension.PRODUCT),
                Duration.ofHours(1),
                50,
                null,
                null);
    }

    /** A shipped rule for one channel. */
    private Rule watched(int id, Rule shipped) {
        Map<Dimension, Set<String>> in = new EnumMap<>(Dimension.class);
        in.putAll(shipped.filter().in());
        if (shipped.each() != Dimension.CHANNEL) in.putIfAbsent(Dimension.CHANNEL, Set.of(like().channel()));
        return new Rule(
                Wording.same("measure " + id),
                true,
                shipped.when(),
                new RuleFilter(in, shipped.filter().query(), shipped.filter().noise()),
                shipped.each(),
                shipped.level(),
                targets,
                shipped.groupBy(),
                shipped.cooldown(),
                shipped.maxPerDay(),
                null,
                null);
    }

    private static Condition condition(int id) {
        Duration always = Duration.ofDays(3650);
        return switch (id % 4) {
            case 0 -> new Immediate(new RiskTest(Set.of(), 1, Set.of()), null, Set.of(), null, null, always);
            case 1 -> new Immediate(null, 1, Set.of(), null, true, always);
            case 2 ->
                new Immediate(
                        new RiskTest(Set.of(RiskType.REGULATOR, RiskType.LEGAL), 2, Set.of("投诉")),
                        null,
                        Set.of(),
                        null,
                        null,
                        always);
            default -> new Immediate(null, null, Set.of(), new Influence(100, null, Set.of()), true, always);
        };
    }
}
