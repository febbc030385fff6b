package huisheng.learning.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.review.Analysis;
import huisheng.review.Risk;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that a row written for a phenomenon is labelled with. A missing list means none. */
final class PhenomenaFacets {
    private PhenomenaFacets() {}

    /** @param needs whether the file labels needs at all */
    static List<Facet> all(boolean needs) {
        return Stream.of(
                        SentimentFacets.labels(),
                        List.of(intents()),
                        risks(),
                        comparisons(),
                        List.of(noise()),
                        personal(),
                        opinions(),
                        needs ? needs() : List.<Facet>of(),
                        around())
                .flatMap(List::stream)
                .toList();
    }

    private static Facet intents() {
        return Facet.classes(
                "intents",
                List.of(Measure.f1("intents F1")),
                (row, analysis) -> Tally.sets(
                        Gold.words(row, "intents"),
                        set(analysis.intents(), intent -> intent.type().label())));
    }

    private static List<Facet> risks() {
        return List.of(
                Facet.classes(
                        "risk types",
                        Measure.precisionRecallF1("risk types"),
                        (row, analysis) -> Tally.sets(
                                Gold.risks(row).keySet(), guessedRisks(analysis).keySet())),
                Facet.of(
                        "risk severity",
                        List.of(Measure.accuracy("risk severity accuracy")),
                        PhenomenaFacets::severity));
    }

    /** Of the types found on both sides. */
    private static Tally severity(Row row, Analysis analysis) {
        Map<String, Integer> golds = Gold.risks(row);
        Map<String, Integer> guesses = guessedRisks(analysis);
        golds.keySet().retainAll(guesses.keySet());
        guesses.keySet().retainAll(golds.keySet());
        if (golds.isEmpty()) return Tally.NONE;
        long right = golds.entrySet().stream()
                .filter(gold -> gold.getValue().equals(guesses.get(gold.getKey())))
                .count();
        return new Tally(
                new double[] {right, golds.size()},
                right == golds.size(),
                List.of(golds.toString()),
                List.of(guesses.toString()));
    }

    private static Map<String, Integer> guessedRisks(Analysis analysis) {
        Map<String, Integer> risks = new TreeMap<>();
        for (Risk risk : analysis.risks()) risks.merge(risk.type().label(), risk.severity(), Math::min);
        return risks;
    }

    private static List<Facet> comparisons() {
        return List.of(
                Facet.of(
                        "comparisons",
                        List.of(Measure.f1("comparisons F1")),
                        (row, analysis) -> Judged.tally(
                                Judged.goldComparisons(row), Judged.guessedComparisons(analysis), Judged::sameWords)),
                Facet.minor(
                        Measure.f1("comparisons F1, any outcome"),
                        (row, analysis) -> Judged.tally(
                                        Judged.goldComparisons(row),
                                        Judged.guessedComparisons(analysis),
                                        (gold, guess) -> Overlap.half(gold.words(), guess.words()))
                                .quiet()));
    }

    private static Facet noise() {
        return Facet.classes(
                "noise",
                List.of(Measure.f1("noise F1")),
                (row, analysis) -> Tally.sets(Gold.words(row, "noise"), set(analysis.noise(), noise -> noise.label())));
    }

    private static List<Facet> personal() {
        return List.of(
                Facet.classes(
                        "pii types",
                        List.of(Measure.f1("pii types F1")),
                        (row, analysis) -> Tally.sets(
                                        row.set(
                                                "pii",
                                                item -> List.of(
                                                        item.path("type").asText())),
                                        set(analysis.pii(), span -> span.type().label()))
                                .quiet()),
                Facet.of(
                        "pii",
                        List.of(Measure.f1("pii exact F1")),
                        (row, analysis) -> Tally.sets(
                                row.set(
                                        "pii",
                                        item -> List.of(item.path("type").asText() + " "
                                                + item.path("text").asText())),
                                set(
                                        analysis.pii(),
                                        span -> span.type().label() + " "
                                                + Judged.piece(row, span.start(), span.end())))));
    }

    private static List<Facet> opinions() {
        return List.of(
                Facet.of(
                        "opinions",
                        List.of(Measure.f1("opinions F1")),
                        (row, analysis) -> Judged.tally(
                                Judged.goldOpinions(row), Judged.guessedOpinions(row, analysis), Judged::sameWhat)),
                Facet.minor(
                        Measure.f1("opinions F1, overlapping"),
                        (row, analysis) -> Judged.tally(
                                        Judged.goldOpinions(row),
                                        Judged.guessedOpinions(row, analysis),
                                        (gold, guess) -> gold.touches(guess, row.text()))
                                .quiet()));
    }

    private static List<Facet> needs() {
        return List.of(
                Facet.of(
                        "needs",
                        List.of(Measure.f1("needs presence F1")),
                        (row, analysis) -> Tally.presence(
                                !row.fields().path("needs").isEmpty(),
                                !analysis.needs().isEmpty())),
                Facet.minor(
                        Measure.f1("needs F1, half of the words"),
                        (row, analysis) -> Judged.tally(
                                        row.list("needs", need -> new Judged("", words(need), -1)),
                                        analysis.needs().stream()
                                                .map(need -> new Judged("", need.text(), -1))
                                                .toList(),
                                        Judged::sameWords)
                                .quiet()));
    }

    /** A need is told as {@code {"text": …}} or as the words alone. */
    private static String words(JsonNode need) {
        return need.isTextual() ? need.textValue() : need.path("text").asText();
    }

    /** What follows from the words together with what stands around them. */
    private static List<Facet> around() {
        return List.of(
                Facet.of(
                        "followup",
                        List.of(Measure.accuracy("followup accuracy")),
                        (row, analysis) -> known(
                                row.word("followup"),
                                analysis.followup() == null
                                        ? null
                                        : analysis.followup().label())),
                Facet.of(
                        "contradiction",
                        List.of(Measure.presenceAccuracy("contradiction accuracy"), Measure.f1("contradiction F1")),
                        (row, analysis) -> Tally.presence(
                                row.fields().path("contradiction").asBoolean(), analysis.contradiction())),
                Facet.of(
                        "language",
                        List.of(Measure.accuracy("language accuracy")),
                        (row, analysis) -> known(row.word("language"), analysis.language())));
    }

    private static Tally known(@Nullable String gold, @Nullable String guess) {
        return gold == null ? Tally.NONE : Tally.one(gold, guess == null ? "none" : guess);
    }

    private static <T> Set<String> set(Iterable<T> all, Function<T, String> name) {
        Set<String> names = new TreeSet<>();
        for (T item : all) names.add(name.apply(item));
        return names;
    }
}
