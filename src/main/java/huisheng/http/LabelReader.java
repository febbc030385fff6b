package huisheng.http;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.review.Comparison;
import huisheng.review.Evidence;
import huisheng.review.FollowupOutcome;
import huisheng.review.Intent;
import huisheng.review.IntentType;
import huisheng.review.Labels;
import huisheng.review.Need;
import huisheng.review.NoiseType;
import huisheng.review.Opinion;
import huisheng.review.Outcome;
import huisheng.review.Polarity;
import huisheng.review.Risk;
import huisheng.review.RiskType;
import huisheng.review.Sentiment;
import huisheng.review.SentimentLabel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the labels that a person gives a text, in the form of the analysis or of a labelled corpus, which leaves out what
 * follows: {@code "sentiment": "negative"}, an opinion without offsets, an intent by its name alone.
 */
final class LabelReader {
    private static final Set<String> FIELDS = Set.of(
            "sentiment", "opinions", "intents", "needs", "risks", "comparisons", "noise", "contradiction", "followup");
    private static final Set<String> SENTIMENT = Set.of("label", "score", "confidence", "evidence");
    private static final Set<String> OPINION =
            Set.of("aspect", "aspectName", "target", "opinion", "polarity", "score", "start", "end", "implicit");
    private static final Set<String> INTENT = Set.of("type", "start", "end");
    private static final Set<String> NEED = Set.of("text", "target", "implicit", "start", "end");
    private static final Set<String> RISK = Set.of("type", "severity", "start", "end");
    private static final Set<String> COMPARISON = Set.of("competitor", "aspect", "outcome", "start", "end");

    private final String text;
    private final @Nullable Integer rating;
    private final Map<String, String> aspects;
    private final List<Fault> faults = new ArrayList<>();

    /** @param aspects names by id, the only ones there are */
    private LabelReader(String text, @Nullable Integer rating, Map<String, String> aspects) {
        this.text = text;
        this.rating = rating;
        this.aspects = aspects;
    }

    /** @throws ProblemException with every fault and its JSON pointer */
    static Labels read(JsonNode body, String text, @Nullable Integer rating, Map<String, String> aspects) {
        LabelReader reader = new LabelReader(text, rating, aspects);
        LabelNode root = new LabelNode(body, "", reader.faults);
        Labels labels = root.isObjectOf(FIELDS) ? reader.labels(root) : null;
        if (labels != null && body.isEmpty()) root.fault("label.none");
        if (labels != null && reader.faults.isEmpty()) return labels;
        Fault first = reader.faults.getFirst();
        throw ProblemException.of(ProblemType.BAD_LABELS, reader.faults.size(), first.pointer(), first.reason())
                .with("pointer", first.pointer())
                .with("errors", List.copyOf(reader.faults));
    }

    private Labels labels(LabelNode root) {
        Sentiment sentiment = root.at("sentiment").given() ? sentiment(root.at("sentiment")) : null;
        Boolean contradiction = root.at("contradiction").flag();
        if (contradiction == null && sentiment != null && rating != null)
            contradiction = contradicts(sentiment, rating);
        return new Labels(
                sentiment,
                root.at("opinions").list(this::opinion),
                root.at("intents").list(this::intent),
                root.at("needs").list(this::need),
                root.at("risks").list(this::risk),
                root.at("comparisons").list(this::comparison),
                noise(root.at("noise")),
                contradiction,
                root.at("followup").given() ? root.at("followup").label(FollowupOutcome.class) : null);
    }

    /** As {@code phenomena.md} has it: stars on one side, words on the other. */
    private static boolean contradicts(Sentiment sentiment, int rating) {
        return (rating >= 4 && sentiment.label() == SentimentLabel.NEGATIVE)
                || (rating <= 2 && sentiment.label() == SentimentLabel.POSITIVE);
    }

    private @Nullable Sentiment sentiment(LabelNode node) {
        LabelNode named = node.isText() || !node.isObjectOf(SENTIMENT) ? node : node.at("label");
        SentimentLabel label = named.label(SentimentLabel.class);
        Double told = node.isText() ? null : node.at("score").score();
        if (label == null) return null;
        double score = told != null ? told : sign(label == SentimentLabel.POSITIVE, label == SentimentLabel.NEGATIVE);
        return new Sentiment(label, score, 1, List.of(new Evidence(0, text.length(), score, "correction")));
    }

    private static double sign(boolean positive, boolean negative) {
        return positive ? 1 : negative ? -1 : 0;
    }

    private @Nullable Opinion opinion(LabelNode node) {
        if (!node.isObjectOf(OPINION)) return null;
        String aspect = aspect(node.at("aspect"), true);
        Polarity polarity = node.at("polarity").label(Polarity.class);
        String words = node.at("opinion").text();
        LabelSpan span = LabelSpan.of(node, text, node.at("opinion"), words, false);
        Double score = node.at("score").score();
        Boolean implicit = node.at("implicit").flag();
        String target = node.at("target").text();
        if (aspect == null || polarity == null || span == null) return null;
        return new Opinion(
                aspect,
                aspects.getOrDefault(aspect, aspect),
                target,
                text.substring(span.start(), span.end()),
                polarity,
                score != null ? score : sign(polarity == Polarity.POSITIVE, polarity == Polarity.NEGATIVE),
                span.start(),
                span.end(),
                implicit != null && implicit);
    }

    private @Nullable String aspect(LabelNode node, boolean needed) {
        if (!needed && !node.given()) return null;
        String aspect = node.text();
        if (aspect == null && !node.given()) node.fault("parameter.missing");
        if (aspect == null || aspects.containsKey(aspect)) return aspect;
        node.fault("parameter.enum", String.join(", ", aspects.keySet()));
        return null;
    }

    private @Nullable Intent intent(LabelNode node) {
        if (!node.isText() && !node.isObjectOf(INTENT)) return null;
        IntentType type = (node.isText() ? node : node.at("type")).label(IntentType.class);
        LabelSpan span = LabelSpan.of(node, text, node, null, true);
        return type == null || span == null ? null : new Intent(type, span.start(), span.end());
    }

    private @Nullable Need need(LabelNode node) {
        if (!node.isObjectOf(NEED)) return null;
        String words = node.at("text").text();
        LabelSpan span = LabelSpan.of(node, text, node.at("text"), words, false);
        String target = node.at("target").text();
        Boolean implicit = node.at("implicit").flag();
        if (span == null) return null;
        String said = text.substring(span.start(), span.end());
        return new Need(said, target, implicit != null && implicit, span.start(), span.end());
    }

    private @Nullable Risk risk(LabelNode node) {
        if (!node.isObjectOf(RISK)) return null;
        RiskType type = node.at("type").label(RiskType.class);
        Integer severity = node.at("severity").integer(1, 3);
        LabelSpan span = LabelSpan.of(node, text, node, null, true);
        return type == null || severity == null || span == null
                ? null
                : new Risk(type, severity, span.start(), span.end());
    }

    private @Nullable Comparison comparison(LabelNode node) {
        if (!node.isObjectOf(COMPARISON)) return null;
        LabelNode named = node.at("competitor");
        String competitor = named.text();
        if (competitor == null && !named.given()) named.fault("parameter.missing");
        Outcome outcome = node.at("outcome").label(Outcome.class);
        String aspect = aspect(node.at("aspect"), false);
        // its span is the whole comparison, of which the competitor's name is only a part
        boolean told = node.at("start").given() || node.at("end").given();
        LabelSpan span = LabelSpan.of(node, text, named, told ? null : competitor, true);
        if (competitor == null || outcome == null || span == null) return null;
        return new Comparison(competitor, aspect, outcome, span.start(), span.end());
    }

    private static @Nullable Set<NoiseType> noise(LabelNode node) {
        List<NoiseType> types = node.list(item -> item.label(NoiseType.class));
        if (types == null) return null;
        Set<NoiseType> noise = EnumSet.noneOf(NoiseType.class);
        noise.addAll(types);
        return noise;
    }
}
