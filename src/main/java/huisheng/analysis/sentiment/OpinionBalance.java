package huisheng.analysis.sentiment;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.review.Opinion;
import huisheng.review.Polarity;

/**
 * How the opinions found weigh against each other: what the whole text reads as must agree with what it says of single
 * things. The weights were chosen on rows that no model was trained on.
 *
 * @param opinions how many, neutral ones included
 * @param positives how many praise
 * @param negatives how many blame
 * @param surplus strengths of the positive opinions less those of the negative ones
 * @param first sign of the first opinion that is not neutral, 0 for none
 * @param last sign of the last opinion
 * @param best how positive a clause without an opinion sounds at most, in logits; 0 where there is none
 * @param worst the same at least
 */
record OpinionBalance(
        int opinions, int positives, int negatives, double surplus, int first, int last, double best, double worst) {
    private static final double SURPLUS = 0.5;
    private static final double LAST = 0.15;

    /** Many opinions of one sign say little more than two: a long list does not drown the words of the stance. */
    private static final double MOST = 2;

    /** Three good points against one small flaw are no mixed stance, nor the reverse. */
    private static final int CLEAR = 3;

    private static final double ONE_FLAW = 2.5;
    private static final double ALL_NEUTRAL = 5.5;

    /** Within this the sign of the text is a toss-up of less than three to one. */
    private static final double CLOSE = 1;

    static OpinionBalance of(Draft draft) {
        int positives = 0;
        int negatives = 0;
        double surplus = 0;
        int first = 0;
        int last = 0;
        for (Opinion opinion : draft.opinions) {
            last = sign(opinion.polarity());
            if (first == 0) first = last;
            if (last > 0) positives++;
            if (last < 0) negatives++;
            surplus += last * Math.abs(opinion.score());
        }
        double best = 0;
        double worst = 0;
        for (int c = 0; c < draft.sign.clauses().size(); c++) {
            if (isJudged(draft, draft.clauses.get(c))) continue;
            best = Math.max(best, draft.sign.clauses().get(c));
            worst = Math.min(worst, draft.sign.clauses().get(c));
        }
        return new OpinionBalance(draft.opinions.size(), positives, negatives, surplus, first, last, best, worst);
    }

    private static boolean isJudged(Draft draft, Clause clause) {
        int start = draft.offsets.start(clause.start());
        int end = draft.offsets.end(clause.end());
        for (Opinion opinion : draft.opinions) {
            if (opinion.start() < end && opinion.end() > start) return true;
        }
        return false;
    }

    private static int sign(Polarity polarity) {
        return switch (polarity) {
            case POSITIVE -> 1;
            case NEGATIVE -> -1;
            case NEUTRAL -> 0;
        };
    }

    /** What the opinions add to the log-odds of a positive text. */
    double logit() {
        return SURPLUS * Math.clamp(surplus, -MOST, MOST) + LAST * last;
    }

    /** What they add to the log-odds of a text that takes no side: 一般, 凑合 judge, but neither way. */
    double neutral() {
        if (opinions > 0 && positives + negatives == 0) return ALL_NEUTRAL;
        return isTwoSided() || opinions == 0 ? 0 : -0.5;
    }

    /**
     * What they add to the log-odds of a text that takes both sides.
     *
     * @param logit log-odds of a positive text, opinions included
     */
    double mixed(double logit) {
        if (!isTwoSided()) return isBacked() ? 0 : -2;
        double mixed = Math.abs(logit) < CLOSE ? 1 : 0;
        if (first > 0 && last < 0 && negatives >= positives) mixed += negatives > positives ? 2 : 1.5;
        if (first < 0 && last > 0) mixed -= 0.5;
        if (Math.max(positives, negatives) >= CLEAR && Math.min(positives, negatives) == 1) mixed -= ONE_FLAW;
        return mixed;
    }

    private boolean isTwoSided() {
        return positives > 0 && negatives > 0;
    }

    /** Whether a clause sounds like the side that no opinion tells; true as well where none tells any side. */
    private boolean isBacked() {
        if (positives > 0) return worst <= -CLOSE / 2;
        return negatives == 0 || best >= CLOSE / 2;
    }
}
