package huisheng.analysis.sentiment;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.opinion.Absence;
import huisheng.review.Opinion;
import java.util.ArrayList;
import java.util.List;

/** Takes back what the words of a fault and of its being missing pushed the sign by, each read by its own sound. */
final class Relief {
    /** How positive a clause sounds that tells of a fault that is missing, in logits. */
    private static final double SOUND = 1.5;

    private Relief() {}

    /** @param steepness logits that one more of margin is worth */
    static void ease(Draft draft, double steepness) {
        for (Opinion opinion : draft.opinions) {
            if (Absence.isRelief(opinion) && !isAsked(draft, opinion)) draft.sign = eased(draft, opinion, steepness);
        }
    }

    /** 有没有异味 */
    private static boolean isAsked(Draft draft, Opinion opinion) {
        return opinion.start() > 0 && draft.request().text().charAt(opinion.start() - 1) == '有';
    }

    private static Sign eased(Draft draft, Opinion absence, double steepness) {
        int from = 0;
        while (draft.offsets.start(from) < absence.start()) from++;
        int until = from;
        double taken = 0;
        for (; until < draft.pushes.length && draft.offsets.end(until + 1) <= absence.end(); until++) {
            taken -= Math.min(0, draft.pushes[until]);
            draft.pushes[until] = Math.max(0, draft.pushes[until]);
        }
        double share = (double) (until - from) / draft.normalised.length();
        double whole = draft.sign.whole() + steepness * taken + SOUND * share;
        return new Sign(whole, clauses(draft, from, until), draft.sign.domain());
    }

    /** A clause that says more than this of something else keeps its own sound. */
    private static List<Double> clauses(Draft draft, int from, int until) {
        List<Double> clauses = new ArrayList<>(draft.sign.clauses());
        for (int c = 0; c < clauses.size(); c++) {
            Clause clause = draft.clauses.get(c);
            boolean holds = clause.start() <= from && until <= clause.end();
            if (holds && 2 * (until - from) >= clause.end() - clause.start())
                clauses.set(c, Math.max(clauses.get(c), SOUND));
        }
        return clauses;
    }
}
