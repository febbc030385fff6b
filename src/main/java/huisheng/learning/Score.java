package huisheng.learning;

import huisheng.analysis.model.HeadModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a model says of rows that it has not seen, all labels of one kind counted together.
 *
 * @param file the model's
 * @param kind what stands before the colon in the names of its labels, for example {@code risk}
 * @param rows that tell labels of this kind
 */
record Score(String file, String kind, int rows, double precision, double recall, double f1) {
    /** @param every the kind of all labels where none names its own */
    static List<Score> of(String file, String every, List<Example> rows, HeadTrainer.Fitted fitted) {
        return of(file, every, rows, fitted, row -> true);
    }

    /** @param unseen holds for the rows whose margins count */
    static List<Score> of(
            String file, String every, List<Example> rows, HeadTrainer.Fitted fitted, Predicate<Example> unseen) {
        List<HeadModel.Head> heads = fitted.model().heads();
        String[] kinds = kinds(heads, every);
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            if (!unseen.test(rows.get(row))) continue;
            for (int h = 0; h < heads.size(); h++) {
                byte label = rows.get(row).labels()[h];
                if (label == Example.UNKNOWN) continue;
                boolean told = heads.get(h).probability(fitted.margins()[row][h])
                        >= heads.get(h).threshold();
                tallies.computeIfAbsent(kinds[h], kind -> new Tally()).add(row, told, label == 1);
            }
        }
        List<Score> scores = new ArrayList<>();
        tallies.forEach((kind, tally) -> scores.add(tally.score(file, kind)));
        return scores;
    }

    /** Names without a colon are kinds of their own only beside others that have one. */
    private static String[] kinds(List<HeadModel.Head> heads, String every) {
        boolean mixed = heads.stream().anyMatch(head -> head.name().indexOf(':') >= 0);
        return heads.stream()
                .map(head -> mixed ? head.name().replaceFirst(":.*", "") : every)
                .toArray(String[]::new);
    }

    /** As a row of the card. */
    String line() {
        return String.format(
                Locale.ROOT, "| `%s` | %s | %d | %.3f | %.3f | %.3f |", file, kind, rows, precision, recall, f1);
    }

    Score named(String prefix) {
        return new Score(file, prefix + kind, rows, precision, recall, f1);
    }

    /** Of two classes that exclude each other precision and recall of both together are the share that is right. */
    static Score accuracy(String file, String kind, int rows, int right) {
        double share = rows == 0 ? 0 : right / (double) rows;
        return new Score(file, kind, rows, share, share, share);
    }

    private static final class Tally {
        private int rows;
        private int last = -1;
        private int hits;
        private int told;
        private int held;

        void add(int row, boolean isTold, boolean holds) {
            if (row != last) rows++;
            last = row;
            if (isTold) told++;
            if (holds) held++;
            if (isTold && holds) hits++;
        }

        Score score(String file, String kind) {
            double precision = told == 0 ? 0 : hits / (double) told;
            double recall = held == 0 ? 0 : hits / (double) held;
            double f1 = hits == 0 ? 0 : 2.0 * hits / (told + held);
            return new Score(file, kind, rows, precision, recall, f1);
        }
    }
}
