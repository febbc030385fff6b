package huisheng.learning.evaluation;

import huisheng.learning.evaluation.Facet.View;
import huisheng.learning.evaluation.Report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the figures of a task are made of: per class, gold against guess, and per phenomenon. */
final class Tables {
    private static final List<String> CLASS_COLUMNS = List.of("gold", "guessed", "precision", "recall", "F1");

    private Tables() {}

    static List<Table> of(Task task, List<Read> reads) {
        List<Table> tables = new ArrayList<>();
        for (int f = 0; f < task.facets().size(); f++) {
            Facet facet = task.facets().get(f);
            List<Tally> tallies = Read.of(reads, f);
            if (facet.view() == View.CONFUSION) tables.add(confusion(facet.name() + ", gold by guess", tallies));
            if (facet.view() == View.CONFUSION || facet.view() == View.CLASSES)
                tables.add(classes(facet.name() + " by class", tallies));
        }
        if (task.grouped()) tables.add(groups(task, reads));
        return tables;
    }

    private static Table confusion(String title, List<Tally> tallies) {
        Set<String> columns = new TreeSet<>();
        Map<String, Map<String, Number>> lines = new TreeMap<>();
        for (Tally tally : tallies) {
            columns.addAll(tally.guess());
            for (String gold : tally.gold()) {
                Map<String, Number> line = lines.computeIfAbsent(gold, key -> new TreeMap<>());
                for (String guess : tally.guess()) line.merge(guess, 1, (a, b) -> a.intValue() + b.intValue());
            }
        }
        return new Table(title, List.copyOf(columns), lines);
    }

    private static Table classes(String title, List<Tally> tallies) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Tally tally : tallies) {
            for (String gold : tally.gold()) count(counts, gold, tally.guess().contains(gold) ? 0 : 2);
            for (String guess : tally.guess()) if (!tally.gold().contains(guess)) count(counts, guess, 1);
        }
        Map<String, Map<String, Number>> lines = new LinkedHashMap<>();
        counts.forEach((name, c) -> lines.put(name, line(c[0], c[1], c[2])));
        return new Table(title, CLASS_COLUMNS, lines);
    }

    private static void count(Map<String, int[]> counts, String name, int place) {
        counts.computeIfAbsent(name, key -> new int[3])[place]++;
    }

    private static Map<String, Number> line(int hits, int wrong, int missed) {
        Map<String, Number> line = new LinkedHashMap<>();
        line.put("gold", hits + missed);
        line.put("guessed", hits + wrong);
        put(line, "precision", Measure.ratio(hits, hits + wrong));
        put(line, "recall", Measure.ratio(hits, hits + missed));
        put(line, "F1", Measure.f1(hits, wrong, missed));
        return line;
    }

    private static Table groups(Task task, List<Read> reads) {
        Map<String, List<Read>> groups = new TreeMap<>();
        for (Read read : reads)
            groups.computeIfAbsent(read.group(), key -> new ArrayList<>()).add(read);
        List<String> columns = new ArrayList<>(List.of("rows"));
        task.facets().stream().filter(facet -> facet.view() != View.MINOR).forEach(facet -> columns.add(facet.name()));
        Map<String, Map<String, Number>> lines = new LinkedHashMap<>();
        groups.forEach((name, members) -> lines.put(name, group(task, members)));
        return new Table("phenomena", columns, lines);
    }

    private static Map<String, Number> group(Task task, List<Read> members) {
        Map<String, Number> line = new LinkedHashMap<>();
        line.put("rows", members.size());
        for (int f = 0; f < task.facets().size(); f++) {
            Facet facet = task.facets().get(f);
            if (facet.view() == View.MINOR) continue;
            put(line, facet.name(), facet.measures().getFirst().of(Tally.sum(Read.of(members, f))));
        }
        return line;
    }

    private static void put(Map<String, Number> line, String column, double value) {
        if (!Double.isNaN(value)) line.put(column, value);
    }
}
