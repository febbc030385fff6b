package huisheng.learning.evaluation;

import huisheng.review.Analysis;
import java.util.List;
import java.util.function.BiFunction;

/**
 * One thing that a row's labels tell and that an analysis can get right or wrong.
 *
 * @param measures the figures that its counts give; the first one stands for it where there is room for one
 */
record Facet(String name, View view, List<Measure> measures, BiFunction<Row, Analysis, Tally> reading) {
    /** Which tables show it beside its figures. */
    enum View {
        /** Says little that another facet does not: left out of the table of phenomena. */
        MINOR,
        FIGURES,
        CLASSES,
        CONFUSION
    }

    Facet {
        measures = List.copyOf(measures);
    }

    static Facet classes(String name, List<Measure> measures, BiFunction<Row, Analysis, Tally> reading) {
        return new Facet(name, View.CLASSES, measures, reading);
    }

    static Facet confusion(String name, List<Measure> measures, BiFunction<Row, Analysis, Tally> reading) {
        return new Facet(name, View.CONFUSION, measures, reading);
    }

    static Facet of(String name, List<Measure> measures, BiFunction<Row, Analysis, Tally> reading) {
        return new Facet(name, View.FIGURES, measures, reading);
    }

    static Facet minor(Measure measure, BiFunction<Row, Analysis, Tally> reading) {
        return new Facet(measure.name(), View.MINOR, List.of(measure), reading);
    }

    Tally tally(Row row, Analysis analysis) {
        return reading.apply(row, analysis);
    }
}
