package huisheng.learning.evaluation;

import huisheng.review.Analysis;
import huisheng.review.RiskType;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells by the fields of a file's rows what they are labelled for. */
final class Tasks {
    private static final Set<RiskType> FOOD = EnumSet.of(RiskType.FOOD_SAFETY, RiskType.HEALTH);

    private Tasks() {}

    static Task of(RowFile file) throws IOException {
        return Stream.of(phenomena(file), aspects(), triplets(), comparative(), foodSafety(), sentiment())
                .filter(task -> file.rows().stream().anyMatch(task.keeps()))
                .findFirst()
                .orElseThrow(
                        () -> new IOException(file.name() + ": no row has label pos/neg or food_safety/other, quads,"
                                + " aspects, triplets, comparative, or sentiment with groups"));
    }

    private static Task phenomena(RowFile file) {
        boolean needs = file.rows().stream().anyMatch(row -> row.has("needs"));
        return new Task(
                "phenomena",
                row -> row.has("sentiment") && row.has("groups"),
                PhenomenaFacets.all(needs),
                Tasks::confidence,
                true);
    }

    private static Task aspects() {
        Predicate<Row> labelled = row -> row.has("quads") || row.has("aspects");
        return new Task("aspects", labelled, AspectFacets.sets(), Tasks::strongest, false);
    }

    private static Task triplets() {
        return new Task("triplets", row -> row.has("triplets"), AspectFacets.targets(), Tasks::strongest, false);
    }

    private static Task comparative() {
        Facet facet = Facet.of(
                "comparative",
                Measure.precisionRecallF1("comparative"),
                (row, analysis) -> Tally.presence(
                        row.fields().path("comparative").asInt() == 1,
                        !analysis.comparisons().isEmpty()));
        return new Task("comparative", row -> row.has("comparative"), List.of(facet), Tasks::confidence, false);
    }

    private static Task foodSafety() {
        Facet facet = Facet.of(
                "food safety",
                Measure.precisionRecallF1("food safety"),
                (row, analysis) -> Tally.presence(
                        Gold.label(row).equals("food_safety"),
                        analysis.risks().stream().anyMatch(risk -> FOOD.contains(risk.type()))));
        return new Task(
                "food safety",
                row -> Set.of("food_safety", "other").contains(Gold.label(row)),
                List.of(facet),
                Tasks::confidence,
                false);
    }

    private static Task sentiment() {
        return new Task(
                "sentiment",
                row -> Set.of("positive", "negative").contains(Gold.label(row)),
                SentimentFacets.signs(),
                Tasks::confidence,
                false);
    }

    private static double confidence(Analysis analysis) {
        return analysis.sentiment().confidence();
    }

    private static double strongest(Analysis analysis) {
        return analysis.opinions().stream()
                .mapToDouble(opinion -> Math.abs(opinion.score()))
                .max()
                .orElse(0);
    }
}
