package huisheng.learning.evaluation;

import huisheng.learning.evaluation.Report.Mistake;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/** The rows that were read wrongly, the surest first; where equally sure, in the order of the file. */
final class Mistakes {
    private Mistakes() {}

    static List<Mistake> of(Task task, List<Read> reads, int most) {
        Comparator<Read> leading =
                Comparator.comparing(read -> read.tallies().getFirst().right());
        Comparator<Read> surest =
                Comparator.comparingDouble(read -> -task.sureness().applyAsDouble(read.analysis()));
        return reads.stream()
                .filter(read -> !read.right())
                .sorted(leading.thenComparing(surest))
                .limit(most)
                .map(read -> mistake(task, read))
                .toList();
    }

    private static Mistake mistake(Task task, Read read) {
        return new Mistake(
                read.row().id(),
                read.analysis().text(),
                differing(task, read, Tally::gold),
                differing(task, read, Tally::guess),
                task.sureness().applyAsDouble(read.analysis()));
    }

    private static String differing(Task task, Read read, Function<Tally, List<String>> side) {
        StringJoiner all = new StringJoiner("; ");
        for (int f = 0; f < task.facets().size(); f++) {
            Tally tally = read.tallies().get(f);
            if (!tally.right()) all.add(task.facets().get(f).name() + ": " + String.join(", ", side.apply(tally)));
        }
        return all.toString();
    }
}
