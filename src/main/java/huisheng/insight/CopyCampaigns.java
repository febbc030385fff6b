package huisheng.insight;

import huisheng.index.ContrastCounts;
import huisheng.index.Interval;
import huisheng.index.Tally;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Narrowing;
import huisheng.review.Dimension;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells who, when, what and to what effect of some campaigns, counting each once for all of them. */
final class CopyCampaigns {
    private static final int MOST = 5;
    /** Before the number of a review whose writer is unknown. */
    private static final String UNKNOWN = "?";

    private final CopyCounts counts;
    private final List<CopyCounts.Size> shown;
    private final Selection copies;
    private final Interval interval;
    private final List<Instant> starts;
    private final Map<String, long[]> times = new HashMap<>();
    private final Map<String, List<Copies.Count>> writers = new HashMap<>();
    private final Map<String, List<Copies.Count>> products;
    private final Map<String, List<Copies.Count>> channels;

    /** @param shown at least one */
    CopyCampaigns(CopyCounts counts, List<CopyCounts.Size> shown) throws IOException {
        this.counts = counts;
        this.shown = shown;
        this.interval = counts.interval();
        List<String> names = shown.stream().map(CopyCounts.Size::campaign).toList();
        Selection all = counts.copies;
        this.copies = all.filter().in().containsKey(Dimension.COPY)
                ? all
                : all.with(all.filter().with(Dimension.COPY, Set.copyOf(names)));
        this.starts = countTimes(names);
        countWriters();
        this.products = byCampaign(names, Dimension.PRODUCT);
        this.channels = byCampaign(names, Dimension.CHANNEL);
    }

    private List<Instant> countTimes(List<String> names) throws IOException {
        Tally.Axis axis = new Tally.Axis(Dimension.COPY, names);
        Tally tally = counts.now.tally(copies, new Tally.By(List.of(axis), interval, Tally.By.MAX_CELLS));
        for (Tally.Cell cell : tally.cells()) {
            times.computeIfAbsent(cell.value(0), c -> new long[tally.starts().size()])[cell.period()] += cell.n();
        }
        return tally.starts();
    }

    /** Writers are as many as copies, so they are counted as values rather than cells. */
    private void countWriters() throws IOException {
        ContrastCounts found = counts.now.contrast(Dimension.COPY_AUTHOR, copies, copies, 1);
        for (ContrastCounts.Count count : found.counts()) {
            int colon = count.value().indexOf(':');
            if (colon < 0) continue;
            writers.computeIfAbsent(count.value().substring(0, colon), c -> new ArrayList<>())
                    .add(new Copies.Count(count.value().substring(colon + 1), count.baseline()));
        }
    }

    private Map<String, List<Copies.Count>> byCampaign(List<String> names, Dimension dimension) throws IOException {
        List<Tally.Axis> axes = List.of(new Tally.Axis(Dimension.COPY, names), Tally.Axis.all(dimension));
        Map<String, List<Copies.Count>> counted = new HashMap<>();
        for (Tally.Cell cell : counts.now
                .tally(copies, new Tally.By(axes, null, Tally.By.MAX_CELLS))
                .cells()) {
            if (cell.value(1).isEmpty()) continue;
            counted.computeIfAbsent(cell.value(0), c -> new ArrayList<>())
                    .add(new Copies.Count(cell.value(1), cell.n()));
        }
        counted.replaceAll((campaign, values) -> largest(values));
        return counted;
    }

    private static List<Copies.Count> largest(List<Copies.Count> values) {
        return values.stream()
                .sorted(Comparator.comparingLong(Copies.Count::n).reversed().thenComparing(Copies.Count::value))
                .limit(MOST)
                .toList();
    }

    /** In the order given. */
    List<Copies.Campaign> told() throws IOException {
        List<Copies.Campaign> told = new ArrayList<>();
        for (CopyCounts.Size size : shown) told.add(told(size));
        return told;
    }

    private Copies.Campaign told(CopyCounts.Size size) throws IOException {
        String campaign = size.campaign();
        long[] byTime = times.getOrDefault(campaign, new long[1]);
        Ran ran = Ran.of(byTime);
        List<Copies.Count> authors = writers.getOrDefault(campaign, List.of()).stream()
                .filter(count -> !count.value().startsWith(UNKNOWN))
                .toList();
        List<Copies.Count> about = products.getOrDefault(campaign, List.of());
        List<String> named = about.stream().map(Copies.Count::value).toList();
        Evidence evidence = Evidence.of(counts.now, Narrowing.to(counts.copies, Dimension.COPY, campaign));
        return new Copies.Campaign(
                campaign,
                evidence.quotes().isEmpty() ? "" : evidence.quotes().getFirst().text(),
                size.n(),
                authors.size(),
                size.n() - authors.stream().mapToLong(Copies.Count::n).sum(),
                largest(authors),
                interval.label(),
                starts.get(ran.first),
                starts.get(ran.peak),
                byTime[ran.peak],
                starts.get(ran.last),
                about,
                channels.getOrDefault(campaign, List.of()),
                counts.effect(counts.clean(named, whileIt(ran)), List.of(size)),
                evidence);
    }

    private Period whileIt(Ran ran) {
        Period period = counts.period();
        Instant from = starts.get(ran.first);
        Instant until = ran.last + 1 < starts.size() ? starts.get(ran.last + 1) : period.until();
        return new Period(from.isBefore(period.from()) ? period.from() : from, until);
    }

    /** Indexes of the first, the fullest and the last stretch of time with a copy. */
    private record Ran(int first, int peak, int last) {
        static Ran of(long[] counts) {
            int first = -1;
            int peak = 0;
            int last = 0;
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) continue;
                if (first < 0) first = i;
                if (counts[i] > counts[peak]) peak = i;
                last = i;
            }
            return new Ran(Math.max(0, first), peak, last);
        }
    }
}
