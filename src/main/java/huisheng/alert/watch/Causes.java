package huisheng.alert.watch;

import huisheng.alert.rule.WatchMeasure;
import huisheng.insight.RootCauses;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Baseline;
import huisheng.insight.ask.Wording;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a measure changed, in one sentence. */
record Causes(Looking looking) {
    private static final RootCauses QUESTION = new RootCauses();

    /** Null where the measure is none whose change can be explained, or nothing explains it. */
    @Nullable
    Wording of(WatchMeasure measure, Selection selection, Period baseline) throws IOException {
        String asked = switch (measure) {
            case NEGATIVE, RISK, ASPECT_NEGATIVE -> "negative";
            case NET -> "net";
            case RATING -> "rating";
            case VOLUME, ASPECT -> null;
        };
        if (asked == null) return null;
        Map<String, String> given = Map.of(
                "measure",
                asked,
                Baseline.FROM,
                baseline.from().toString(),
                Baseline.UNTIL,
                baseline.until().toString());
        RootCauses.Answer answer = QUESTION.answer(new Asked(selection, given, looking.aspectName()), looking.now());
        return answer.causes().isEmpty() ? null : answer.sentence();
    }
}
