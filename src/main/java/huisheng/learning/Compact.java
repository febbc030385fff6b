package huisheng.learning;

import huisheng.analysis.model.KeyIndex;
import java.util.Arrays;
import java.util.List;

/** Training rows whose features are numbered from 0, the rare ones left out. */
final class Compact {
    private final int[] keys;
    private final int[][] features;
    private final List<Example> rows;

    private Compact(int[] keys, int[][] features, List<Example> rows) {
        this.keys = keys;
        this.features = features;
        this.rows = rows;
    }

    static Compact of(List<Example> rows, int minimum) {
        return of(rows, frequent(rows, minimum));
    }

    /** @param own so many of the rows come first; a feature that none of them has is left out */
    static Compact ofFirst(List<Example> rows, int own) {
        return of(rows, frequent(rows.subList(0, own), 1));
    }

    private static Compact of(List<Example> rows, int[] keys) {
        KeyIndex index = new KeyIndex(keys);
        int[][] features =
                rows.parallelStream().map(row -> numbered(row, index)).toArray(int[][]::new);
        return new Compact(keys, features, List.copyOf(rows));
    }

    private static int[] numbered(Example row, KeyIndex index) {
        int[] numbers = new int[row.features().length];
        int known = 0;
        for (int hash : row.features()) {
            int number = index.find(hash);
            if (number >= 0) numbers[known++] = number;
        }
        return Arrays.copyOf(numbers, known);
    }

    /** Sorted hashes that appear in {@code minimum} rows or more. */
    private static int[] frequent(List<Example> rows, int minimum) {
        int[] all = new int[rows.stream().mapToInt(row -> row.features().length).sum()];
        int next = 0;
        for (Example row : rows) {
            System.arraycopy(row.features(), 0, all, next, row.features().length);
            next += row.features().length;
        }
        return Rows.frequent(all, minimum);
    }

    int size() {
        return features.length;
    }

    /** Not a copy, as below: there are tens of millions of them. */
    int[] keys() {
        return keys;
    }

    int[] features(int row) {
        return features[row];
    }

    Example row(int row) {
        return rows.get(row);
    }

    int fold(int row, int folds) {
        return Math.floorMod(rows.get(row).group(), folds);
    }

    /** Without what was known already. */
    double margin(int row, LinearTrainer.Weights weights) {
        double sum = 0;
        for (int f : features[row]) sum += weights.slots()[f];
        return weights.bias() + sum * rows.get(row).norm();
    }
}
