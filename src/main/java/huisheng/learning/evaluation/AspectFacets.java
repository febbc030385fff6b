package huisheng.learning.evaluation;

import huisheng.review.Analysis;
import huisheng.review.Opinion;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What a review judges, and how. */
final class AspectFacets {
    private AspectFacets() {}

    /** Sets per review, by the names that the pack gives its aspects. */
    static List<Facet> sets() {
        return List.of(
                Facet.classes(
                        "aspect",
                        Measure.precisionRecallF1("aspect"),
                        (row, analysis) -> Tally.sets(Gold.aspects(row), names(analysis, Opinion::aspectName))),
                Facet.classes(
                        "aspect and polarity",
                        Measure.precisionRecallF1("aspect and polarity"),
                        (row, analysis) -> Tally.sets(
                                Gold.judgedAspects(row),
                                names(
                                        analysis,
                                        o -> o.aspectName() + " " + o.polarity().label()))));
    }

    /** Explicit targets with a polarity; half of the shorter words have to be shared. */
    static List<Facet> targets() {
        return List.of(
                Facet.of(
                        "target and polarity",
                        Measure.precisionRecallF1("target and polarity"),
                        (row, analysis) -> Judged.tally(
                                Judged.goldTargets(row), Judged.guessedTargets(analysis), Judged::sameWords)),
                Facet.minor(
                        Measure.f1("target F1"),
                        (row, analysis) -> Judged.tally(
                                        Judged.goldTargets(row),
                                        Judged.guessedTargets(analysis),
                                        (gold, guess) -> Overlap.half(gold.words(), guess.words()))
                                .quiet()));
    }

    private static Set<String> names(Analysis analysis, Function<Opinion, String> name) {
        Set<String> names = new TreeSet<>();
        for (Opinion opinion : analysis.opinions()) names.add(name.apply(opinion));
        return names;
    }
}
