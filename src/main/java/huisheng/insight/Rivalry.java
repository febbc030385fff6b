package huisheng.insight;

import huisheng.index.ContrastCounts;
import huisheng.index.ReviewSnapshot;
import huisheng.index.Tally;
import huisheng.insight.ask.Asked;
import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Counts what {@link Competitors} tells. Used once, by one thread. */
final class Rivalry {
    private static final int VOICES = 20;
    /** Of all comparisons; a stretch of text that is compared with less often is hardly ever a name. */
    private static final double LEAST_NAMED = 0.02;

    final Asked asked;
    final ReviewSnapshot now;
    private final Period before;
    /** Whatever brand. */
    final Selection everyone;

    private final List<String> brands = new ArrayList<>();
    private final Map<String, ContrastCounts.Count> byBrand = new HashMap<>();

    Rivalry(Asked asked, ReviewSnapshot now, Period before) throws IOException {
        this.asked = asked;
        this.now = now;
        this.before = before;
        this.everyone = withoutBrand(asked.selection());
        ContrastCounts counts = now.contrast(Dimension.BRAND, everyone, everyone.during(before), 1);
        counts.counts().stream().sorted(LARGEST).forEach(count -> {
            brands.add(count.value());
            byBrand.put(count.value(), count);
        });
    }

    private static final Comparator<ContrastCounts.Count> LARGEST = Comparator.comparingLong(
                    (ContrastCounts.Count count) -> -count.window())
            .thenComparingLong(count -> -count.baseline())
            .thenComparing(ContrastCounts.Count::value);

    private static Selection withoutBrand(Selection selection) {
        Filter filter = selection.filter();
        Map<Dimension, Set<String>> in = new EnumMap<>(Dimension.class);
        in.putAll(filter.in());
        in.remove(Dimension.BRAND);
        return selection.with(new Filter(filter.period(), in, filter.query(), filter.noise()));
    }

    /** Only how often reviews about us name them, and leave for them. */
    List<Competitors.Rival> named(List<String> wanted, int limit) throws IOException {
        Set<String> ours = ours();
        Selection us = us(ours);
        Set<String> names = new LinkedHashSet<>(brands);
        names.addAll(wanted);
        ContrastCounts comparisons = now.contrast(Dimension.COMPARISON, us, us.during(before), 1);
        long n = comparisons.windowReviews();
        if (Insufficient.below(n) != null) return List.of();
        ComparisonBoard board = ComparisonBoard.of(comparisons, new RivalNames(names), ours);
        List<String> rivals = wanted.isEmpty()
                ? rivals(ours, board, limit)
                : wanted.stream().filter(name -> !ours.contains(name)).toList();
        RivalContext context =
                new RivalContext(this, us, us.during(before), n, comparisons.baselineReviews(), rivals, board);
        return new NamedRivals(context).rows(byBrand.keySet(), Moved::rose);
    }

    private Selection us(Set<String> ours) {
        return ours.isEmpty() ? everyone : everyone.with(everyone.filter().with(Dimension.BRAND, ours));
    }

    Competitors.Answer answer(List<String> wanted, int limit) throws IOException {
        Set<String> ours = ours();
        Selection us = us(ours);
        Set<String> names = new LinkedHashSet<>(brands);
        names.addAll(wanted);
        ContrastCounts comparisons = now.contrast(Dimension.COMPARISON, us, us.during(before), 1);
        long n = comparisons.windowReviews();
        long m = comparisons.baselineReviews();
        Insufficient insufficient = Insufficient.below(n);
        List<Competitors.Voice> voices = voices(ours);
        if (insufficient != null) {
            return new Competitors.Answer(
                    asked.period(),
                    before,
                    List.copyOf(ours),
                    n,
                    m,
                    tested(voices),
                    voices,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    insufficient);
        }
        ComparisonBoard board = ComparisonBoard.of(comparisons, new RivalNames(names), ours);
        List<String> rivals = wanted.isEmpty()
                ? rivals(ours, board, limit)
                : wanted.stream().filter(name -> !ours.contains(name)).toList();
        RivalContext context = new RivalContext(this, us, us.during(before), n, m, rivals, board);
        List<Competitors.Rival> named = new NamedRivals(context).rows(byBrand.keySet(), moved -> true);
        List<Competitors.Aspect> aspects = new RivalAspects(
                        this, ours, rivals.stream().filter(byBrand::containsKey).toList())
                .compared(us);
        BoardTable bouts = new BoardTable(context);
        MissedAspects misses = new MissedAspects(context);
        List<Competitors.Bout> compared = bouts.rows();
        List<Competitors.Bout> yardsticks = bouts.yardsticks();
        List<Competitors.Missed> missed = misses.rows(names);
        int candidates = tested(voices) + tested(named, aspects) + bouts.tested() + misses.tested();
        return new Competitors.Answer(
                asked.period(),
                before,
                List.copyOf(ours),
                n,
                m,
                candidates,
                voices,
                named,
                aspects,
                compared,
                yardsticks,
                missed,
                null);
    }

    private static int tested(List<Competitors.Rival> rivals, List<Competitors.Aspect> aspects) {
        long named = rivals.stream()
                .flatMap(rival -> Stream.of(rival.named(), rival.lost(), rival.won()))
                .filter(Moved::tested)
                .count();
        return (int) named
                + aspects.stream().mapToInt(row -> row.rivals().size()).sum();
    }

    private Set<String> ours() {
        Set<String> named = asked.selection().filter().in().get(Dimension.BRAND);
        if (named != null) return new TreeSet<>(named);
        return brands.isEmpty() ? Set.of() : Set.of(brands.getFirst());
    }

    private List<Competitors.Voice> voices(Set<String> ours) {
        long all = byBrand.values().stream()
                .mapToLong(ContrastCounts.Count::window)
                .sum();
        long allBefore = byBrand.values().stream()
                .mapToLong(ContrastCounts.Count::baseline)
                .sum();
        List<String> shown = new ArrayList<>(brands.subList(0, Math.min(VOICES, brands.size())));
        ours.stream().filter(brand -> !shown.contains(brand)).limit(VOICES).forEach(shown::add);
        List<Moved> moved = Moved.judged(shown.stream()
                .map(brand -> {
                    ContrastCounts.Count count = byBrand.get(brand);
                    return count == null
                            ? Moved.of(0, all, 0, allBefore)
                            : Moved.of(count.window(), all, count.baseline(), allBefore);
                })
                .toList());
        List<Competitors.Voice> voices = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            voices.add(new Competitors.Voice(shown.get(i), ours.contains(shown.get(i)), moved.get(i)));
        }
        return voices;
    }

    private static int tested(List<Competitors.Voice> voices) {
        return (int) voices.stream().filter(voice -> voice.reviews().tested()).count();
    }

    /** The other brands, then who is compared with without a brand of that name. */
    private List<String> rivals(Set<String> ours, ComparisonBoard board, int limit) {
        Set<String> rivals = new LinkedHashSet<>();
        brands.stream()
                .filter(brand -> !ours.contains(brand))
                .filter(brand -> largest(brand) >= Insufficient.MINIMUM)
                .limit(limit)
                .forEach(rivals::add);
        Map<String, Long> compared = board.rivals();
        double all = compared.values().stream().mapToLong(Long::longValue).sum();
        double least = Math.max(Insufficient.MINIMUM, LEAST_NAMED * all);
        compared.entrySet().stream()
                .filter(entry -> !byBrand.containsKey(entry.getKey()) && entry.getValue() >= least)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(limit - rivals.size())
                .forEach(entry -> rivals.add(entry.getKey()));
        return List.copyOf(rivals);
    }

    private long largest(String brand) {
        ContrastCounts.Count count = byBrand.get(brand);
        return count == null ? 0 : Math.max(count.window(), count.baseline());
    }

    /** Reviews of a selection. */
    long count(Selection selection) throws IOException {
        return now.tally(selection, new Tally.By(List.of(), null, 1)).cells().stream()
                .mapToLong(Tally.Cell::n)
                .sum();
    }
}
