package huisheng.analysis.opinion;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.model.FeaturePart;
import huisheng.analysis.model.FeatureSet;
import huisheng.review.Opinion;

/** What models of aspects read, the same in training and in use. Signals have numbers of their own. */
public final class AspectFeatures {
    private static final int LOCAL = 0x2C1B3C6D;
    private static final int OWN = 0x297A2D39;
    private static final int WHOLE = 0x61C88647;
    private static final int SPAN = 0x5BD1E995;
    private static final int JUDGED = 0x1F83D9AB;
    private static final int STEEP = 4;
    /** Characters before and behind a stretch that are read with it. */
    private static final int AROUND = 60;
    /** Of earlier stages, at most in nearly all texts. */
    private static final int SIGNALS = 16;

    private AspectFeatures() {}

    /** Of one clause, for telling what it is about. */
    public static FeatureSet clause(Draft draft, int clause) {
        FeatureSet features = draft.clauseFeatures.get(clause).copy();
        for (Opinion opinion : draft.opinions) {
            if (!isIn(draft, draft.clauses.get(clause), opinion)) continue;
            features.signal(40, opinion.aspect().hashCode());
            features.signal(41, opinion.aspect().hashCode() * 3 + FeatureSet.number(opinion.polarity()));
        }
        features.signal(42, draft.clauses.size() == 1 ? 1 : 2);
        return features;
    }

    /**
     * Of one aspect, for telling its polarity: the clause that speaks of it, alone and together with the aspect, and the
     * whole text.
     *
     * @param aspect number among the model's aspects
     * @param id of the same aspect in the pack, for the opinions that the lexicon found on it
     */
    public static FeatureSet polarity(Draft draft, int aspect, String id, int clause) {
        FeaturePart own = draft.clauseFeatures.get(clause);
        FeatureSet whole = draft.features;
        FeatureSet features = new FeatureSet(own.size() * 2 + whole.size() + 32);
        for (int f = 0; f < own.size(); f++) {
            features.add(FeatureSet.mix(own.hash(f), LOCAL), own.start(f), own.end(f));
            features.add(FeatureSet.mix(FeatureSet.mix(own.hash(f), OWN), aspect), own.start(f), own.end(f));
        }
        for (int f = 0; f < whole.size(); f++) {
            features.add(FeatureSet.mix(whole.hash(f), WHOLE), whole.start(f), whole.end(f));
        }
        int sign =
                step(clause < draft.sign.clauses().size() ? draft.sign.clauses().get(clause) : 0);
        int all = step(draft.sign.whole());
        features.signal(50, aspect);
        features.signal(51, sign);
        features.signal(52, all);
        features.signal(53, sign * 31 + aspect);
        features.signal(54, all * 31 + aspect);
        features.signal(55, sign * 31 + all);
        for (Opinion opinion : draft.opinions) {
            boolean here = isIn(draft, draft.clauses.get(clause), opinion);
            int polarity = FeatureSet.number(opinion.polarity());
            if (opinion.aspect().equals(id)) features.signal(56, polarity * 2 + (here ? 1 : 0));
            if (here) features.signal(57, polarity);
        }
        return features;
    }

    /**
     * Of a stretch that judges something, for telling its aspect and its polarity.
     *
     * @param start offset into the normalised text, as {@code end}
     * @param reach where the words that judge it end, {@code end} where they are the stretch itself
     */
    public static FeatureSet span(Draft draft, int start, int end, int reach) {
        int clause = clauseAt(draft, start);
        FeaturePart own = clause < 0 ? FeaturePart.all(new FeatureSet(0)) : draft.clauseFeatures.get(clause);
        FeatureSet features = new FeatureSet(own.size() + own.size() / 2 + SIGNALS);
        for (int f = 0; f < own.size(); f++) {
            int from = own.start(f);
            int until = own.end(f);
            // what lies nowhere is said of the whole text; far away in a clause without signs nothing is said of the
            // stretch
            if (from < 0 || from < start - AROUND || until > end + AROUND) continue;
            // each is another one, however it is mixed: mixing a clause's features makes no two of them alike
            features.addDistinct(FeatureSet.mix(own.hash(f), LOCAL), from, until);
            if (from >= start && until <= end) features.addDistinct(FeatureSet.mix(own.hash(f), SPAN), from, until);
            if (from >= end && until <= reach) features.addDistinct(FeatureSet.mix(own.hash(f), JUDGED), from, until);
        }
        int sign = step(
                clause < 0 || clause >= draft.sign.clauses().size()
                        ? 0
                        : draft.sign.clauses().get(clause));
        int all = step(draft.sign.whole());
        features.signal(61, sign);
        features.signal(62, all);
        features.signal(63, sign * 31 + all);
        int from = draft.offsets.start(start);
        int until = draft.offsets.end(Math.max(end, reach));
        for (Opinion opinion : draft.opinions) {
            int polarity = FeatureSet.number(opinion.polarity());
            boolean inside = opinion.start() < until && opinion.end() > from;
            if (inside) {
                features.signal(64, polarity);
                features.signal(65, opinion.aspect().hashCode());
            } else if (clause >= 0 && isIn(draft, draft.clauses.get(clause), opinion)) {
                features.signal(66, polarity);
                features.signal(67, opinion.aspect().hashCode());
            }
        }
        return features;
    }

    /** The clause that holds a place or comes next after it, -1 where there is none. */
    public static int clauseAt(Draft draft, int at) {
        for (int c = 0; c < draft.clauses.size(); c++) {
            if (at < draft.clauses.get(c).end()) return c;
        }
        return draft.clauses.size() - 1;
    }

    private static boolean isIn(Draft draft, Clause clause, Opinion opinion) {
        return opinion.start() < draft.offsets.end(clause.end()) && opinion.end() > draft.offsets.start(clause.start());
    }

    private static int step(double logit) {
        return Math.clamp(Math.round(logit), -STEEP, STEEP);
    }
}
