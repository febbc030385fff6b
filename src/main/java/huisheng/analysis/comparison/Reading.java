package huisheng.analysis.comparison;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.label.LabelScores.Stretch;
import huisheng.review.Outcome;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A clause that is looked through for constructions of comparing.
 *
 * @param next where the clause behind it ends
 * @param marks {@link Marks} of the clause
 * @param found grows while it is read
 */
record Reading(Draft draft, Clause clause, int next, long marks, Names names, List<Frame> found) {
    /** UTF-16 units behind a marker; what stands further off belongs to something else. */
    static final int REACH = 20;

    String text() {
        return draft.normalised;
    }

    /** At the first place of the clause that has the form; null where none has. */
    @Nullable
    Matcher first(Form form) {
        if (!form.mayMatch(marks)) return null;
        Matcher matcher = form.pattern().matcher(text()).region(clause.start(), clause.end());
        return matcher.find() ? matcher : null;
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
