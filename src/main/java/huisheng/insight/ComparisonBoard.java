package huisheng.insight;

import huisheng.index.ContrastCounts;
import huisheng.review.Labelled;
import huisheng.review.Outcome;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How often reviews find the product better, worse or alike, by rival or yardstick and aspect, in two periods. */
final class ComparisonBoard {
    /**
     * @param rival or what {@link Yardsticks} says
     * @param aspect empty where none is named
     */
    record Key(String rival, String aspect) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::rival).thenComparing(Key::aspect);
    }

    /** Reviews, by outcome; one that is named in two ways at once counts for both. */
    static final class Row {
        private final Map<Outcome, Long> window = new EnumMap<>(Outcome.class);
        private final Map<Outcome, Long> baseline = new EnumMap<>(Outcome.class);
        private final Map<Outcome, Map<String, Long>> values = new EnumMap<>(Outcome.class);

        private void add(Outcome outcome, ContrastCounts.Count count) {
            window.merge(outcome, count.window(), Long::sum);
            baseline.merge(outcome, count.baseline(), Long::sum);
            values.computeIfAbsent(outcome, o -> new HashMap<>()).put(count.value(), count.window());
        }

        long n(Outcome outcome) {
            return window.getOrDefault(outcome, 0L);
        }

        long baseline(Outcome outcome) {
            return baseline.getOrDefault(outcome, 0L);
        }

        long n() {
            return sum(window);
        }

        long largest() {
            return Math.max(n(), sum(baseline));
        }

        private static long sum(Map<Outcome, Long> counts) {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        /** The index's values with the outcome, the most frequent of the window first. */
        List<String> values(Outcome outcome, int most) {
            return values.getOrDefault(outcome, Map.of()).entrySet().stream()
                    .filter(entry -> entry.getValue() > 0)
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(most)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private final Map<Key, Row> rows = new TreeMap<>(Key.ORDER);
    private final Map<Key, Row> yardsticks = new TreeMap<>(Key.ORDER);

    /** @param ours names that are no rival */
    static ComparisonBoard of(ContrastCounts counts, RivalNames names, Set<String> ours) {
        ComparisonBoard board = new ComparisonBoard();
        for (ContrastCounts.Count count : counts.counts()) board.add(count, names, ours);
        return board;
    }

    /** A value is rival, aspect and outcome; one so long that the index cut it says no outcome and is left out. */
    private void add(ContrastCounts.Count count, RivalNames names, Set<String> ours) {
        String value = count.value();
        int outcomeAt = value.lastIndexOf(':');
        int aspectAt = outcomeAt < 1 ? -1 : value.lastIndexOf(':', outcomeAt - 1);
        if (aspectAt < 0) return;
        String label = value.substring(outcomeAt + 1);
        for (Outcome outcome : Outcome.values()) {
            if (!((Labelled) outcome).label().equals(label)) continue;
            String said = value.substring(0, aspectAt);
            String aspect = value.substring(aspectAt + 1, outcomeAt);
            Optional<String> yardstick = names.brand(said).isPresent() ? Optional.empty() : Yardsticks.of(said);
            if (yardstick.isPresent()) {
                row(yardsticks, yardstick.get(), aspect).add(outcome, count);
            } else {
                names.meant(said)
                        .filter(rival -> !ours.contains(rival))
                        .ifPresent(rival -> row(rows, rival, aspect).add(outcome, count));
            }
        }
    }

    private static Row row(Map<Key, Row> rows, String name, String aspect) {
        return rows.computeIfAbsent(new Key(name, aspect), key -> new Row());
    }

    Map<Key, Row> rows() {
        return rows;
    }

    /** With an earlier version, a price class and the like. */
    Map<Key, Row> yardsticks() {
        return yardsticks;
    }

    /** Reviews of the larger of the two periods that compare with each. */
    Map<String, Long> rivals() {
        Map<String, Long> rivals = new HashMap<>();
        rows.forEach((key, row) -> rivals.merge(key.rival(), row.largest(), Long::sum));
        return rivals;
    }

    /** Lost comparisons with the rival on the aspect. */
    long lost(String rival, String aspect) {
        Row row = rows.get(new Key(rival, aspect));
        return row == null ? 0 : row.n(Outcome.LOSE);
    }
}
