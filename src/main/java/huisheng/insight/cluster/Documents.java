package huisheng.insight.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The distinct texts or profiles in an order of their own, so that the order given does not matter. */
final class Documents {
    /** The rest of a longer text is left out: a wish is short, and pairs of characters cost time. */
    static final int MAX_TEXT = 60;
    /** Keywords or features of an item. */
    static final int MAX_WORDS = 40;

    private final List<Document> documents = new ArrayList<>();
    private final List<Long> empty = new ArrayList<>();
    private int items;
    private double weight;

    private Documents() {}

    private record Voice(long id, double weight) {}

    private record Key(String text, List<String> words) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::text).thenComparing(key -> String.join("\n", key.words));

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    static Documents ofTexts(List<Item> items) {
        TreeMap<Key, List<Voice>> voices = new TreeMap<>();
        for (Item item : items) {
            String text = cut(item.text()).strip();
            Key key = new Key(text, distinct(item.keywords()));
            voices.computeIfAbsent(key, k -> new ArrayList<>()).add(new Voice(item.id(), item.weight()));
        }
        return of(voices, key -> TextFeatures.of(key.text, key.words));
    }

    static Documents ofProfiles(List<Profile> profiles) {
        TreeMap<Key, List<Voice>> voices = new TreeMap<>();
        for (Profile profile : profiles) {
            Key key = new Key("", distinct(profile.features()));
            voices.computeIfAbsent(key, k -> new ArrayList<>()).add(new Voice(profile.id(), profile.weight()));
        }
        Map<List<String>, Integer> copies = new TreeMap<>(Comparator.comparing(words -> String.join("\n", words)));
        voices.forEach((key, said) -> copies.put(key.words, said.size()));
        Map<String, Double> weights = Relevance.of(copies);
        return of(voices, key -> {
            Map<String, Double> features = new TreeMap<>();
            for (String word : key.words)
                if (weights.containsKey(word)) features.put(word, weights.getOrDefault(word, 0.0));
            return features;
        });
    }

    private static Documents of(SortedMap<Key, List<Voice>> voices, Function<Key, Map<String, Double>> features) {
        Documents made = new Documents();
        voices.forEach((key, said) -> {
            said.sort(Comparator.comparingLong(Voice::id).thenComparingDouble(Voice::weight));
            made.add(key, said, features.apply(key));
        });
        return made;
    }

    private void add(Key key, List<Voice> voices, Map<String, Double> features) {
        List<Long> ids = voices.stream().map(Voice::id).toList();
        double sum = voices.stream().mapToDouble(Voice::weight).sum();
        items += ids.size();
        weight += sum;
        if (features.isEmpty()) {
            empty.addAll(ids);
        } else {
            documents.add(new Document(key.text, key.words, features, ids, sum));
        }
    }

    int size() {
        return documents.size();
    }

    Document get(int document) {
        return documents.get(document);
    }

    /** Items given, the empty ones included. */
    int items() {
        return items;
    }

    /** Of all items given. */
    double weight() {
        return weight;
    }

    double weight(Collection<Integer> some) {
        return some.stream().mapToDouble(d -> documents.get(d).weight()).sum();
    }

    /** Ids of the items that say nothing. */
    List<Long> empty() {
        return empty;
    }

    static void checkWeight(long id, double weight) {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("the weight of item " + id + " must be above 0 and finite");
        }
    }

    private static List<String> distinct(List<String> words) {
        TreeSet<String> distinct = new TreeSet<>();
        for (String word : words.subList(0, Math.min(words.size(), MAX_WORDS))) {
            String stripped = cut(word).strip();
            if (!stripped.isEmpty()) distinct.add(stripped);
        }
        return List.copyOf(distinct);
    }

    private static String cut(String text) {
        if (text.length() <= MAX_TEXT) return text;
        // no half of a surrogate pair
        int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
        return text.substring(0, end);
    }
}
