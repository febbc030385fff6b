package huisheng.insight.cluster;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Documents as sparse TF-IDF vectors. Features of a single item take part in the length only, so that a text of which
 * little is shared is close to nothing.
 *
 * @param terms of each document, ascending
 * @param values of the same; the length of a vector is at most 1
 * @param frequency items that have the term
 * @param postings documents that have the term, ascending
 * @param postingValues of the same
 * @param copies items of each document
 * @param items in all
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copies would double the memory
record Vectors(
        int[][] terms,
        double[][] values,
        int[] frequency,
        int[][] postings,
        double[][] postingValues,
        int[] copies,
        int items) {
    static Vectors of(Documents documents, boolean rarity) {
        int size = documents.size();
        int[] copies = new int[size];
        int items = 0;
        TreeMap<String, Integer> frequencies = new TreeMap<>();
        for (int d = 0; d < size; d++) {
            copies[d] = documents.get(d).copies();
            items += copies[d];
            for (String feature : documents.get(d).features().keySet()) {
                frequencies.merge(feature, copies[d], Integer::sum);
            }
        }
        Map<String, Integer> numbers = new TreeMap<>();
        frequencies.forEach((feature, frequency) -> {
            if (frequency > 1) numbers.put(feature, numbers.size());
        });
        int[] frequency = new int[numbers.size()];
        numbers.forEach((feature, number) -> frequency[number] = frequencies.getOrDefault(feature, 0));
        int[][] terms = new int[size][];
        double[][] values = new double[size][];
        for (int d = 0; d < size; d++) {
            Map<String, Double> features = documents.get(d).features();
            terms[d] = features.keySet().stream()
                    .filter(numbers::containsKey)
                    .mapToInt(feature -> numbers.getOrDefault(feature, -1))
                    .toArray();
            values[d] = values(features, numbers, frequency, rarity ? items : 0);
        }
        int[][] postings = new int[frequency.length][];
        double[][] postingValues = new double[frequency.length][];
        fill(terms, values, postings, postingValues);
        return new Vectors(terms, values, frequency, postings, postingValues, copies, items);
    }

    int size() {
        return terms.length;
    }

    /** @param items 0 where rarity does not count */
    private static double[] values(
            Map<String, Double> features, Map<String, Integer> numbers, int[] frequency, int items) {
        double[] values = new double[features.size()];
        int filled = 0;
        double square = 0;
        for (Map.Entry<String, Double> feature : features.entrySet()) {
            Integer number = numbers.get(feature.getKey());
            int df = number == null ? 1 : frequency[number];
            double value = feature.getValue() * (items > 0 ? Math.log((items + 1) / (df + 0.5)) : 1);
            square += value * value;
            if (number != null) values[filled++] = value;
        }
        double norm = square > 0 ? 1 / Math.sqrt(square) : 0;
        for (int i = 0; i < filled; i++) values[i] *= norm;
        return Arrays.copyOf(values, filled);
    }

    private static void fill(int[][] terms, double[][] values, int[][] postings, double[][] postingValues) {
        int[] lengths = new int[postings.length];
        for (int[] document : terms) for (int term : document) lengths[term]++;
        for (int t = 0; t < lengths.length; t++) {
            postings[t] = new int[lengths[t]];
            postingValues[t] = new double[lengths[t]];
        }
        int[] filled = new int[lengths.length];
        for (int d = 0; d < terms.length; d++) {
            for (int i = 0; i < terms[d].length; i++) {
                int at = filled[terms[d][i]]++;
                postings[terms[d][i]][at] = d;
                postingValues[terms[d][i]][at] = values[d][i];
            }
        }
    }
}
