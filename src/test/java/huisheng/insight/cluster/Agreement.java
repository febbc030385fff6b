package huisheng.insight.cluster;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * How well a grouping agrees with a gold one, from their contingency table.
 *
 * @param homogeneity and {@code completeness}, {@code v}: Rosenberg and Hirschberg 2007
 * @param rand adjusted for chance, Hubert and Arabie 1985
 * @param purity of the groups found, {@code inverse} that of the gold ones
 */
record Agreement(double homogeneity, double completeness, double v, double rand, double purity, double inverse) {
    static Agreement of(List<String> gold, List<String> found) {
        Map<String, Map<String, Integer>> byFound = table(found, gold);
        Map<String, Map<String, Integer>> byGold = table(gold, found);
        double n = gold.size();
        double mutual = entropy(byGold, n) + entropy(byFound, n) - jointEntropy(byGold, n);
        double homogeneity = ratio(mutual, entropy(byGold, n));
        double completeness = ratio(mutual, entropy(byFound, n));
        double v = 2 * homogeneity * completeness / (homogeneity + completeness);
        double joint =
                byGold.values().stream().mapToDouble(Agreement::pairsOfCells).sum();
        double a = byGold.values().stream().mapToDouble(row -> pairs(sum(row))).sum();
        double b = byFound.values().stream().mapToDouble(row -> pairs(sum(row))).sum();
        double expected = a * b / pairs(n);
        double rand = (joint - expected) / ((a + b) / 2 - expected);
        return new Agreement(homogeneity, completeness, v, rand, purity(byFound, n), purity(byGold, n));
    }

    private static Map<String, Map<String, Integer>> table(List<String> rows, List<String> columns) {
        Map<String, Map<String, Integer>> table = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            table.computeIfAbsent(rows.get(i), k -> new TreeMap<>()).merge(columns.get(i), 1, Integer::sum);
        }
        return table;
    }

    private static double purity(Map<String, Map<String, Integer>> table, double n) {
        BinaryOperator<Integer> max = Integer::max;
        return table.values().stream()
                        .mapToInt(row -> row.values().stream().reduce(0, max))
                        .sum()
                / n;
    }

    private static double entropy(Map<String, Map<String, Integer>> table, double n) {
        return table.values().stream()
                .mapToDouble(row -> -sum(row) / n * Math.log(sum(row) / n))
                .sum();
    }

    private static double jointEntropy(Map<String, Map<String, Integer>> table, double n) {
        return table.values().stream()
                .flatMap(row -> row.values().stream())
                .mapToDouble(cell -> -cell / n * Math.log(cell / n))
                .sum();
    }

    private static double pairsOfCells(Map<String, Integer> row) {
        return row.values().stream().mapToDouble(Agreement::pairs).sum();
    }

    private static double pairs(double n) {
        return n * (n - 1) / 2;
    }

    private static double sum(Map<String, Integer> row) {
        return row.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 1 : part / whole;
    }
}
