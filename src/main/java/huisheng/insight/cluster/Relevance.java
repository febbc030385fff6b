package huisheng.insight.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which features of profiles go together more than by chance. Only those can make segments: a region that says nothing
 * of what its customers like would otherwise split them, the more so the rarer it is.
 */
final class Relevance {
    /** Rarer ones are left out, which bounds the table of pairs. */
    static final int MAX_FEATURES = 256;
    /** Standard errors of the phi coefficient, 1/√n each, that a pair must stand out by: of thousands of pairs few do by chance. */
    private static final double ERRORS = 4;

    private Relevance() {}

    /**
     * @param profiles the features of each, and how many have the same
     * @return of each relevant feature the sum of what its phi coefficients with others stand out by
     */
    static Map<String, Double> of(Map<? extends Collection<String>, Integer> profiles) {
        Map<String, Double> weights = new HashMap<>();
        if (profiles.size() == 1) {
            // all say the same: nothing to compare with, and all of it relevant
            profiles.keySet().forEach(only -> only.forEach(feature -> weights.put(feature, 1.0)));
            return weights;
        }
        List<String> features = mostFrequent(profiles);
        int[][] counts = pairs(profiles, features);
        double n = profiles.values().stream().mapToInt(Integer::intValue).sum();
        for (int f = 0; f < features.size(); f++) {
            double sum = 0;
            for (int g = 0; g < features.size(); g++) {
                if (f == g) continue;
                sum += Math.max(0, phi(counts[f][g], counts[f][f], counts[g][g], n) - ERRORS / Math.sqrt(n));
            }
            if (sum > 0) weights.put(features.get(f), sum);
        }
        return weights;
    }

    private static List<String> mostFrequent(Map<? extends Collection<String>, Integer> profiles) {
        Map<String, Integer> frequencies = new TreeMap<>();
        profiles.forEach((words, copies) -> words.forEach(word -> frequencies.merge(word, copies, Integer::sum)));
        List<String> features = new ArrayList<>(frequencies.keySet());
        features.sort(Comparator.comparingInt((String feature) -> -frequencies.getOrDefault(feature, 0))
                .thenComparing(feature -> feature));
        return features.subList(0, Math.min(features.size(), MAX_FEATURES));
    }

    private static int[][] pairs(Map<? extends Collection<String>, Integer> profiles, List<String> features) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String feature : features) numbers.put(feature, numbers.size());
        int[][] counts = new int[features.size()][features.size()];
        profiles.forEach((words, copies) -> {
            int[] own = words.stream()
                    .mapToInt(word -> numbers.getOrDefault(word, -1))
                    .filter(number -> number >= 0)
                    .toArray();
            for (int f : own) for (int g : own) counts[f][g] += copies;
        });
        return counts;
    }

    /** Pearson's correlation of two events: both in {@code both} of {@code n}, each in {@code one} and {@code other}. */
    static double phi(double both, double one, double other, double n) {
        double variance = one * (n - one) * other * (n - other);
        return variance > 0 ? (n * both - one * other) / Math.sqrt(variance) : 0;
    }
}
