package huisheng.learning;

import huisheng.json.Json;
import java.util.List;
import java.util.Locale;

/** Scores per set, and over all rows together. Which sets they were is part of the figure. */
public record EvaluationReport(String pipeline, List<SetScore> sets) {
    /**
     * Scores on one set of positive and negative texts, by the sign of the score.
     *
     * @param macroF1 mean of the F1 of both signs
     * @param mixed labelled mixed, whatever the sign; neutral and unscored likewise
     */
    public record SetScore(
            String set, int rows, double accuracy, double macroF1, int mixed, int neutral, int unscored) {}

    public EvaluationReport {
        sets = List.copyOf(sets);
    }

    public String text() {
        StringBuilder text = new StringBuilder("pipeline " + pipeline + "\n");
        text.append(String.format(
                Locale.ROOT,
                "%-32s %7s %9s %9s %6s %8s %9s%n",
                "set",
                "rows",
                "accuracy",
                "macro-F1",
                "mixed",
                "neutral",
                "unscored"));
        for (SetScore s : sets) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-32s %7d %9.4f %9.4f %6d %8d %9d%n",
                    s.set(),
                    s.rows(),
                    s.accuracy(),
                    s.macroF1(),
                    s.mixed(),
                    s.neutral(),
                    s.unscored()));
        }
        return text.toString();
    }

    public String json() {
        return Json.write(this);
    }
}
