package huisheng.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import huisheng.alert.rule.ActiveRule;
import huisheng.alert.rule.Rule;
import huisheng.index.Sample;
import huisheng.json.Json;
import huisheng.review.AnalysedReview;
import huisheng.review.Analysis;
import huisheng.review.Risk;
import huisheng.review.RiskType;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;

/** Rules and reviews for the tests of alerts. */
public final class Alerting {
    private static final List<RiskType> RISKS = List.of(RiskType.values());

    private Alerting() {}

    /**
     * @param when as YAML on one line
     * @param more further fields, a line each
     */
    public static ActiveRule rule(long id, String when, String... more) {
        String yaml = "name: {zh: 规则, en: Rule}\nlevel: 2\nwhen: " + when + "\n" + String.join("\n", more) + "\n";
        try {
            JsonNode read = new YAMLMapper().readTree(yaml);
            return new ActiveRule(id, Json.MAPPER.treeToValue(read, Rule.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same review with a danger in those words of it. */
    public static AnalysedReview risky(Sample sample, RiskType type, int severity, String words) {
        AnalysedReview review = sample.analysed();
        int start = review.review().text().indexOf(words);
        return with(review, List.of(new Risk(type, severity, start, start + words.length())));
    }

    private static AnalysedReview with(AnalysedReview review, List<Risk> risks) {
        Analysis read = review.analysis();
        Analysis analysis = new Analysis(
                read.id(),
                read.text(),
                read.language(),
                read.pipeline(),
                read.sentiment(),
                read.opinions(),
                read.intents(),
                read.needs(),
                risks,
                read.comparisons(),
                read.noise(),
                read.contradiction(),
                read.followup(),
                read.pii(),
                read.keywords());
        return new AnalysedReview(review.stored(), analysis);
    }

    public static ActiveRule random(long id, Random random) {
        String when = switch (random.nextInt(4)) {
            case 0 -> "{kind: immediate, risk: {severity: " + (1 + random.nextInt(3)) + "}}";
            case 1 -> "{kind: immediate, rating: " + (1 + random.nextInt(3)) + "}";
            case 2 -> "{kind: immediate, influence: {likes: " + (1 + random.nextInt(50)) + "}}";
            default -> "{kind: immediate, risk: {types: [legal, health]}, rating: 3, negative: false}";
        };
        String in = switch (random.nextInt(4)) {
            case 0 -> "{region: [四川]}";
            case 1 -> "{product: [a, b], brand: [甲]}";
            case 2 -> "{channel: [jd], sentiment: [negative, neutral]}";
            default -> "{}";
        };
        return rule(id, when, "filter: {in: " + in + "}");
    }

    public static AnalysedReview random(Random random, long id) {
        Sample sample = Sample.review(id)
                .text("随机的评论文字")
                .rating(1 + random.nextInt(5))
                .likes(random.nextInt(60))
                .brand(random.nextBoolean() ? "甲" : "乙")
                .product(List.of("a", "b", "c").get(random.nextInt(3)))
                .region(random.nextBoolean() ? "四川" : "河南")
                .channel(random.nextBoolean() ? "jd" : "taobao")
                .sentiment(List.of(SentimentLabel.values()).get(random.nextInt(3)));
        if (random.nextInt(3) > 0) return sample.analysed();
        RiskType type = RISKS.get(random.nextInt(RISKS.size()));
        return risky(sample, type, 1 + random.nextInt(3), "评论");
    }
}
