package huisheng.learning.evaluation;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.analysis.AnalysisRequest;
import huisheng.review.Analysis;
import huisheng.review.Comparison;
import huisheng.review.FollowupOutcome;
import huisheng.review.Intent;
import huisheng.review.IntentType;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An analysis that answers what it was told to, and nothing to other texts. */
final class Answers implements Function<AnalysisRequest, Analysis> {
    private final Map<String, Answer> answers = new HashMap<>();

    Answer to(String text) {
        return answers.computeIfAbsent(text, Answer::new);
    }

    @Override
    public Analysis apply(AnalysisRequest request) {
        return answers.getOrDefault(request.text(), new Answer(request.text())).analysis(request);
    }

    static final class Answer {
        private final String text;
        private final List<Opinion> opinions = new ArrayList<>();
        private final List<Intent> intents = new ArrayList<>();
        private final List<Need> needs = new ArrayList<>();
        private final List<Risk> risks = new ArrayList<>();
        private final List<Comparison> comparisons = new ArrayList<>();
        private final Set<NoiseType> noise = EnumSet.noneOf(NoiseType.class);
        private Sentiment sentiment = new Sentiment(SentimentLabel.NEUTRAL, 0, 0.5, List.of());
        private @Nullable FollowupOutcome followup;

        private Answer(String text) {
            this.text = text;
        }

        @CanIgnoreReturnValue
        Answer sentiment(SentimentLabel label, double score, double confidence) {
            sentiment = new Sentiment(label, score, confidence, List.of());
            return this;
        }

        @CanIgnoreReturnValue
        Answer opinion(String aspect, @Nullable String target, String opinion, Polarity polarity) {
            int start = text.indexOf(opinion);
            int end = start + opinion.length();
            opinions.add(new Opinion(aspect, aspect, target, opinion, polarity, 0.5, start, end, false));
            return this;
        }

        @CanIgnoreReturnValue
        Answer intent(IntentType type) {
            intents.add(new Intent(type, 0, 1));
            return this;
        }

        @CanIgnoreReturnValue
        Answer need(String words) {
            needs.add(new Need(words, null, false, 0, 1));
            return this;
        }

        @CanIgnoreReturnValue
        Answer risk(RiskType type, int severity) {
            risks.add(new Risk(type, severity, 0, 1));
            return this;
        }

        @CanIgnoreReturnValue
        Answer comparison(String competitor, Outcome outcome) {
            comparisons.add(new Comparison(competitor, null, outcome, 0, 1));
            return this;
        }

        @CanIgnoreReturnValue
        Answer noise(NoiseType type) {
            noise.add(type);
            return this;
        }

        @CanIgnoreReturnValue
        Answer followup(FollowupOutcome outcome) {
            followup = outcome;
            return this;
        }

        private Analysis analysis(AnalysisRequest request) {
            return new Analysis(
                    request.id(),
                    request.text(),
                    "zh-Hans",
                    "fake",
                    sentiment,
                    opinions,
                    intents,
                    needs,
                    risks,
                    comparisons,
                    noise,
                    false,
                    followup,
                    request.pii(),
                    List.of());
        }
    }
}
