package huisheng.analysis.comparison;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.label.LabelScores.Stretch;
import huisheng.review.Outcome;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A clause that is looked through for constructions of comparing.
 *
 * @param next where the clause behind it ends
 * @param found grows while it is read
 */
record Reading(Draft draft, Clause clause, int next, Names names, List<Frame> found) {
    /** UTF-16 units behind a marker; what stands further off belongs to something else. */
    static final int REACH = 20;

    String text() {
        return draft.normalised;
    }

    /** Of the clause alone. */
    Matcher matcher(Pattern pattern) {
        return pattern.matcher(text()).region(clause.start(), clause.end());
    }

    /** Where a name that begins here must have ended. */
    int reach(int from) {
        return Math.min(clause.end(), from + REACH);
    }

    boolean isOwn(int from, int until) {
        return Names.isOwn(text().substring(from, until));
    }

    /** The stretch names the rival. */
    void rival(int from, int until, @Nullable Outcome outcome, @Nullable Stretch judged) {
        for (Stretch name : names.in(draft, from, until)) found.add(new Frame(name, outcome, judged));
    }

    /**
     * What is compared with; where that is the product itself, the rival is what stands before the marker, and the
     * outcome is turned round.
     */
    void comparedWith(int marker, int from, int until, @Nullable Outcome outcome, Stretch judged) {
        if (!isOwn(from, until)) {
            rival(from, until, outcome, judged);
            return;
        }
        Outcome turned = outcome == null ? null : Outcomes.turned(outcome);
        for (Stretch name : Subjects.before(this, marker)) found.add(new Frame(name, turned, null));
    }
}
