package huisheng.analysis.comparison;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the constructions of comparing that the grammars of Chinese list (差比, 平比 and preference): they hold whatever the
 * names are, so an unknown brand is found as well as a known one. Immutable.
 */
final class Frames {
    private final Names names;
    private final Degrees degrees;
    private final Choices choices;

    Frames(Predicates predicates) {
        this.names = new Names(predicates);
        this.degrees = new Degrees(predicates);
        this.choices = new Choices(predicates);
    }

    /**
     * @param frames in text order
     * @param refused whether something was compared with that is not sold: 比想象中好, 比图片上旧
     */
    record Found(List<Frame> frames, boolean refused) {}

    /**
     * @param likely whether the text is likely to compare: without, only what is said by degree is looked for, since the
     *     rest may mean something else
     */
    Found find(Draft draft, boolean likely) {
        List<Frame> frames = new ArrayList<>();
        boolean refused = false;
        for (int c = 0; c < draft.clauses.size(); c++) {
            Clause clause = draft.clauses.get(c);
            int next =
                    draft.clauses.get(Math.min(c + 1, draft.clauses.size() - 1)).end();
            long marks = Marks.of(draft.normalised, clause.start(), clause.end());
            Reading reading = new Reading(draft, clause, next, marks, names, new ArrayList<>());
            refused |= degrees.than(reading);
            if (reading.found().isEmpty()) degrees.notAs(reading);
            if (likely && reading.found().isEmpty()) others(reading);
            frames.addAll(reading.found());
        }
        return new Found(frames, refused);
    }

    private void others(Reading reading) {
        Verbs.find(reading);
        if (reading.found().isEmpty()) Besides.find(reading);
        if (reading.found().isEmpty()) choices.find(reading);
    }
}
