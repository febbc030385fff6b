package huisheng.bench;

import huisheng.alert.ReviewCandidates;
import huisheng.alert.rule.ActiveRule;
import huisheng.alert.rule.Condition;
import huisheng.alert.rule.Hit;
import huisheng.alert.rule.Immediate;
import huisheng.alert.rule.Influence;
import huisheng.alert.rule.RiskTest;
import huisheng.alert.rule.Rule;
import huisheng.alert.rule.RuleFilter;
import huisheng.alert.rule.RuleIndex;
import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Pipeline;
import huisheng.insight.ask.Wording;
import huisheng.json.Json;
import huisheng.review.AnalysedReview;
import huisheng.review.Analysis;
import huisheng.review.Dimension;
import huisheng.review.Review;
import huisheng.review.RiskType;
import huisheng.review.StoredReview;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** What rules about single reviews add to reading the reviews, which a follower without rules does as well. */
final class AlertBench {
    private static final int REVIEWS = 100_000;
    private static final int RULES = 200;
    private static final int TEXTS = 5_000;
    private static final int ROUNDS = 5;
    private static final double GOAL = 1.25;

    private final Pipeline pipeline;
    private final Corpus corpus;
    private final Random random;

    AlertBench(Pipeline pipeline, Corpus corpus, long seed) {
        this.pipeline = pipeline;
        this.corpus = corpus;
        this.random = new Random(seed);
    }

    Figure run() {
        List<String> reviews = reviews();
        RuleIndex rules = RuleIndex.of(IntStream.rangeClosed(1, RULES)
                .mapToObj(id -> new ActiveRule(id, rule(id)))
                .toList());
        double[] none = new double[ROUNDS];
        double[] all = new double[ROUNDS];
        long hits = 0;
        for (int round = -1; round < ROUNDS; round++) {
            Pass without = follow(reviews, RuleIndex.EMPTY);
            Pass with = follow(reviews, rules);
            // the first round warms up
            if (round < 0) continue;
            none[round] = without.nanos / REVIEWS / 1e3;
            all[round] = with.nanos / REVIEWS / 1e3;
            hits = with.hits;
        }
        double plain = median(none);
        double full = median(all);
        String shape = "%,d reviews, %d rules, %,d matches".formatted(REVIEWS, RULES, hits);
        return Figure.of("alert rules, reading included", shape, full / plain, "times none")
                .to(Figure.Goal.atMost(GOAL))
                .cpu(full - plain);
    }

    private record Pass(double nanos, long hits) {}

    private static Pass follow(List<String> reviews, RuleIndex rules) {
        Instant now =
                Corpus.LAST.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
        long hits = 0;
        long start = System.nanoTime();
        for (int i = 0; i < REVIEWS; i++) {
            AnalysedReview review = Json.read(reviews.get(i % reviews.size()), AnalysedReview.class);
            for (Hit hit : rules.hits(review, now)) {
                if (ReviewCandidates.of(hit, review).n() > 0) hits++;
            }
        }
        return new Pass(System.nanoTime() - start, hits);
    }

    private List<String> reviews() {
        List<String> written = new ArrayList<>();
        for (int number = 0; number < Math.min(TEXTS, corpus.distinct()); number++) {
            Review review = corpus.review(number);
            Analysis analysis =
                    pipeline.analyse(List.of(AnalysisRequest.of(review.text()))).getFirst();
            StoredReview stored = new StoredReview(number + 1L, 1, review.writtenAt(), review, List.of(), null, null);
            written.add(Json.write(new AnalysedReview(stored, analysis)));
        }
        return written;
    }

    /** Of a kind and for a brand, a product, a region or a channel, as the departments of a company ask for them. */
    private Rule rule(int id) {
        Review like = corpus.review(random.nextInt(corpus.distinct()));
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
                Set.of(),
                Set.of(Dimension.PRODUCT),
                Duration.ofHours(1),
                50,
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

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
