package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.index.Tally;
import huisheng.insight.ask.Evidence;
import huisheng.review.Dimension;
import huisheng.review.IntentType;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.List;

/**
 * All that is counted in one arm.
 *
 * @param onAspect the stances of the opinions on the pilot's aspect, none where it has none
 */
record PilotArm(String query, Selection selection, Sums all, Sums onAspect, long complaints, long risks) {
    static PilotArm of(ReviewSnapshot now, String query, Selection selection, String aspect) throws IOException {
        Sums all = Sums.of(now.tally(selection, new Tally.By(List.of(), null, 1)));
        Sums onAspect = aspect.isBlank() ? Sums.NONE : having(now, selection, Dimension.ASPECT, aspect);
        long complaints = having(now, selection, Dimension.INTENT, IntentType.COMPLAINT.label())
                .n();
        long harmless = having(now, selection, Dimension.RISK, "").n();
        return new PilotArm(query, selection, all, onAspect, complaints, all.n() - harmless);
    }

    private static Sums having(ReviewSnapshot now, Selection selection, Dimension dimension, String value)
            throws IOException {
        Tally.Axis axis = new Tally.Axis(dimension, List.of(value));
        return Sums.of(now.tally(selection, new Tally.By(List.of(axis), null, 1)));
    }

    /** @param aspect whether the opinions on the pilot's aspect are meant */
    Measured measured(PilotMeasure measure, boolean aspect) {
        if (measure.scale != null) return measure.scale.of(aspect ? onAspect : all);
        return switch (measure) {
            case MENTION -> new Measured.Rate(onAspect.n(), all.n());
            case COMPLAINT -> new Measured.Rate(complaints, all.n());
            default -> new Measured.Rate(risks, all.n());
        };
    }

    /** The reviews that make the measure what it is. */
    Evidence evidence(ReviewSnapshot now, PilotMeasure measure, String aspect) throws IOException {
        String sign = measure == PilotMeasure.NEGATIVE ? "negative" : "positive";
        return switch (measure) {
            case POSITIVE, NEGATIVE ->
                aspect.isBlank()
                        ? Evidence.of(now, selection, Dimension.SENTIMENT, sign)
                        : Evidence.of(now, selection, Dimension.ASPECT_POLARITY, aspect + ":" + sign);
            case MENTION, NET ->
                aspect.isBlank() ? Evidence.of(now, selection) : Evidence.of(now, selection, Dimension.ASPECT, aspect);
            case COMPLAINT -> Evidence.of(now, selection, Dimension.INTENT, IntentType.COMPLAINT.label());
            case RATING, RISK -> Evidence.of(now, selection);
        };
    }
}
