package huisheng.learning.evaluation;

import huisheng.review.Analysis;
import huisheng.review.Opinion;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Something with a verdict on it: an aspect with a polarity, a target, a competitor with an outcome.
 *
 * @param what aspect or verdict that has to be equal
 * @param words the words of the text that tell it
 * @param start of the words, -1 where only the words are known
 */
record Judged(String what, String words, int start) {
    @Override
    public String toString() {
        return (what + " " + words).strip();
    }

    boolean sameWhat(Judged other) {
        return what.equals(other.what);
    }

    boolean sameWords(Judged other) {
        return sameWhat(other) && Overlap.half(words, other.words);
    }

    /** Whether an occurrence of these words in the text shares a character with the other's span. */
    boolean touches(Judged other, String text) {
        if (!sameWhat(other)) return false;
        int end = other.start + other.words.length();
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            if (at < end && other.start < at + words.length()) return true;
        }
        return false;
    }

    static Tally tally(List<Judged> golds, List<Judged> guesses, BiPredicate<Judged, Judged> same) {
        return Tally.hits(Overlap.pairs(golds, guesses, same), names(golds), names(guesses));
    }

    private static List<String> names(List<Judged> all) {
        return all.stream().map(Judged::toString).toList();
    }

    static List<Judged> goldOpinions(Row row) {
        return row.list(
                "opinions",
                o -> new Judged(
                        o.path("aspect").asText() + " "
                                + Gold.polarity(o.path("polarity").asText()),
                        o.path("opinion").asText(),
                        -1));
    }

    /** The words are those of the unmasked text: masking keeps offsets. */
    static List<Judged> guessedOpinions(Row row, Analysis analysis) {
        return analysis.opinions().stream()
                .map(o ->
                        new Judged(o.aspect() + " " + o.polarity().label(), piece(row, o.start(), o.end()), o.start()))
                .toList();
    }

    /** Explicit targets only; a pair said twice is one pair. */
    static List<Judged> goldTargets(Row row) {
        return row
                .list(
                        "triplets",
                        t -> new Judged(
                                Gold.polarity(t.path(2).asText()), t.path(0).asText(""), -1))
                .stream()
                .filter(t -> !t.words().isEmpty())
                .distinct()
                .toList();
    }

    static List<Judged> guessedTargets(Analysis analysis) {
        return analysis.opinions().stream().flatMap(Judged::target).distinct().toList();
    }

    private static Stream<Judged> target(Opinion opinion) {
        String target = opinion.target();
        return target == null
                ? Stream.of()
                : Stream.of(new Judged(opinion.polarity().label(), target, -1));
    }

    static List<Judged> goldComparisons(Row row) {
        return row.list(
                "comparisons",
                c -> new Judged(c.path("outcome").asText(), c.path("competitor").asText(), -1));
    }

    static List<Judged> guessedComparisons(Analysis analysis) {
        return analysis.comparisons().stream()
                .map(c -> new Judged(c.outcome().label(), c.competitor(), -1))
                .toList();
    }

    static String piece(Row row, int start, int end) {
        int length = row.text().length();
        return row.text()
                .substring(Math.clamp(start, 0, length), Math.clamp(end, Math.clamp(start, 0, length), length));
    }
}
