package huisheng.alert.rule;

import huisheng.review.AnalysedReview;
import huisheng.review.Analysis;
import huisheng.review.Dimension;
import huisheng.review.Evidence;
import huisheng.review.Intent;
import huisheng.review.Review;
import huisheng.review.Risk;
import huisheng.review.SentimentLabel;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One immediate rule, asked about one review; what is cheap to tell comes first. */
record ReviewTest(ActiveRule active, Immediate when) {
    @Nullable
    Hit hit(Values values, Instant now) {
        AnalysedReview analysed = values.review();
        Review review = analysed.review();
        Analysis analysis = analysed.analysis();
        if (review.writtenAt().isBefore(now.minus(when.maxAge()))) return null;
        Integer most = when.rating();
        Integer stars = review.rating();
        if (most != null && (stars == null || stars > most)) return null;
        if (when.mustBeNegative() && analysis.sentiment().label() != SentimentLabel.NEGATIVE) return null;
        if (!counts(analysis)) return null;
        Influence influence = when.influence();
        if (influence != null && !influence.holds(review)) return null;
        int[] span = span(analysis);
        return span == null || !admits(values) ? null : new Hit(active, span[0], span[1]);
    }

    private boolean counts(Analysis analysis) {
        return switch (active.rule().filter().noise()) {
            case INCLUDE -> true;
            case EXCLUDE -> analysis.noise().isEmpty();
            case ONLY -> !analysis.noise().isEmpty();
        };
    }

    /** What shows it; null where there is no such danger, or no such intent. */
    private int @Nullable [] span(Analysis analysis) {
        RiskTest wanted = when.risk();
        int[] span = null;
        if (!when.intents().isEmpty()) {
            span = intent(analysis.intents());
            if (span == null) return null;
        }
        if (wanted != null) return risk(analysis, wanted);
        return span == null ? stance(analysis) : span;
    }

    private static int @Nullable [] risk(Analysis analysis, RiskTest wanted) {
        for (Risk risk : analysis.risks()) {
            if (wanted.holds(risk, analysis.text())) return new int[] {risk.start(), risk.end()};
        }
        return null;
    }

    private int @Nullable [] intent(List<Intent> intents) {
        for (Intent intent : intents) {
            if (when.intents().contains(intent.type())) return new int[] {intent.start(), intent.end()};
        }
        return null;
    }

    private static int[] stance(Analysis analysis) {
        List<Evidence> evidence = analysis.sentiment().evidence();
        if (evidence.isEmpty()) return new int[] {0, analysis.text().length()};
        Evidence worst = Collections.min(evidence, Comparator.comparingDouble(Evidence::weight));
        return new int[] {worst.start(), worst.end()};
    }

    private boolean admits(Values values) {
        for (Map.Entry<Dimension, Set<String>> wanted :
                active.rule().filter().in().entrySet()) {
            if (Collections.disjoint(wanted.getValue(), values.of(wanted.getKey()))) return false;
        }
        return true;
    }
}
