package huisheng.analysis.label;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.risk.RiskCues;
import huisheng.analysis.sentiment.Sign;
import huisheng.review.Opinion;
import huisheng.review.Polarity;
import java.util.List;

/**
 * What earlier stages found, told as features: models of stance and intent weigh it beside the words. Each signal has a
 * number of its own; changing one asks for training again.
 */
public final class Signals {
    private static final int STEEP = 4;
    private static final int MANY = 4;

    private Signals() {}

    public static void addTo(FeatureSet features, Draft draft) {
        addSign(features, draft.sign);
        addOpinions(features, draft.opinions);
        addShape(features, draft);
        addRisks(features, draft);
    }

    private static void addSign(FeatureSet features, Sign sign) {
        int whole = step(sign.whole());
        int best = step(sign.best());
        int worst = step(sign.worst());
        int last = step(sign.last());
        features.signal(1, whole);
        features.signal(2, step(sign.first()));
        features.signal(3, last);
        features.signal(4, best);
        features.signal(5, worst);
        features.signal(6, pair(best, worst));
        features.signal(7, pair(last, whole));
        features.signal(8, pair(step(sign.first()), last));
        int praising = 0;
        int blaming = 0;
        for (double clause : sign.clauses()) {
            if (clause > 1) praising++;
            if (clause < -1) blaming++;
        }
        features.signal(9, pair(few(praising), few(blaming)));
        features.signal(10, sign.domain());
        int fine = Math.clamp(Math.round(2 * sign.whole()), -3 * STEEP, 3 * STEEP);
        features.signal(23, pair(fine, sign.domain()));
        features.signal(24, pair(whole, few(sign.clauses().size())));
        features.signal(25, fine);
    }

    public static void addOpinions(FeatureSet features, List<Opinion> opinions) {
        int positive = 0;
        int negative = 0;
        for (Opinion opinion : opinions) {
            if (opinion.polarity() == Polarity.POSITIVE) positive++;
            if (opinion.polarity() == Polarity.NEGATIVE) negative++;
            features.signal(11, opinion.aspect().hashCode() * 3 + FeatureSet.number(opinion.polarity()));
        }
        features.signal(12, pair(few(positive), few(negative)));
        features.signal(26, Math.clamp(positive - negative, -6, 6));
        if (!opinions.isEmpty()) {
            features.signal(13, FeatureSet.number(opinions.getLast().polarity()));
            features.signal(14, FeatureSet.number(opinions.getFirst().polarity()));
        }
    }

    private static void addShape(FeatureSet features, Draft draft) {
        List<Clause> clauses = draft.clauses;
        features.signal(15, few(clauses.size()));
        features.signal(16, Integer.numberOfLeadingZeros(draft.normalised.length() + 1));
        if (clauses.isEmpty()) return;
        features.signal(17, clauses.getLast().closing());
        for (Clause clause : clauses) {
            if (clause.closing() == '？') features.signal(18, 1);
            if (clause.closing() == '！') features.signal(18, 2);
        }
    }

    private static int step(double logit) {
        return Math.clamp(Math.round(logit), -STEEP, STEEP);
    }

    private static int few(int count) {
        return Math.min(MANY, count);
    }

    private static int pair(int a, int b) {
        return a * 31 + b;
    }

    private static void addRisks(FeatureSet features, Draft draft) {
        int sign = step(draft.sign.whole());
        for (RiskCues.Found cue : draft.riskCues) {
            int kind = FeatureSet.number(cue.type()) * 2 + (cue.denied() ? 1 : 0);
            features.signal(19, kind);
            features.signal(20, pair(kind, cue.severity()));
            features.signal(21, pair(kind, sign));
            features.signal(22, pair(kind, step(clauseSign(draft, cue.start()))));
        }
    }

    private static double clauseSign(Draft draft, int at) {
        for (int i = 0; i < draft.clauses.size(); i++) {
            if (at < draft.clauses.get(i).end()) return draft.sign.clauses().get(i);
        }
        return 0;
    }
}
