package huisheng.alert.watch;

import huisheng.alert.Candidate;
import huisheng.alert.Times;
import huisheng.alert.rule.Crisis;
import huisheng.alert.rule.WatchMeasure;
import huisheng.index.Tally;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Wording;
import huisheng.review.Dimension;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Complaints about one aspect that come much faster than before, and in several channels. Expected is what as many reviews
 * complained of before, so a festival that brings more of everything is none.
 */
record CrisisWatch(Looking looking, Crisis when) {
    /** Complaints that are expected at least, so that what never happened before needs more than one or two. */
    private static final double LEAST_EXPECTED = 0.25;

    private record Key(String value, String aspect) {}

    private static final class Complaints {
        private long n;
        private final TreeSet<String> channels = new TreeSet<>();
    }

    List<Candidate> look() throws IOException {
        Period window = looking.window(when.window());
        Period before = looking.before(when.window(), when.baseline());
        Map<Key, Complaints> now = complaints(window);
        now.values().removeIf(one -> one.n < when.minimum() || one.channels.size() < when.channels());
        if (now.isEmpty()) return List.of();
        Map<Key, Complaints> then = complaints(before);
        Map<String, Long> sizes = looking.sizes(looking.all(window));
        Map<String, Long> sizesThen = looking.sizes(looking.all(before));
        int tests = Math.max(1, then.size());
        Map<String, Candidate> worst = new HashMap<>();
        Map<String, Double> worstP = new HashMap<>();
        for (Map.Entry<Key, Complaints> entry : now.entrySet()) {
            Key key = entry.getKey();
            long was = then.containsKey(key) ? then.get(key).n : 0;
            double part =
                    (double) sizes.getOrDefault(key.value, 0L) / Math.max(1, sizesThen.getOrDefault(key.value, 0L));
            double expected = Math.max(LEAST_EXPECTED, was * Math.min(1, part));
            double p = Chance.atLeast(entry.getValue().n, expected);
            boolean bad = entry.getValue().n >= when.ratio() * expected && p * tests <= when.p();
            if (!bad || worstP.getOrDefault(key.value, 1.0) <= p) continue;
            worstP.put(key.value, p);
            worst.put(key.value, candidate(key, entry.getValue(), expected, p, window, before));
        }
        return new ArrayList<>(worst.values());
    }

    private Map<Key, Complaints> complaints(Period period) throws IOException {
        Map<Key, Complaints> complaints = new HashMap<>();
        List<Tally.Axis> axes = looking.axes(Tally.Axis.all(Dimension.ASPECT), Tally.Axis.all(Dimension.CHANNEL));
        int at = looking.offset();
        for (Tally.Cell cell : looking.now()
                .tally(looking.all(period), new Tally.By(axes, null, Tally.By.MAX_CELLS))
                .cells()) {
            long negative = cell.stances().negative();
            if (!looking.counts(cell) || cell.value(at).isEmpty() || negative == 0) continue;
            Complaints one =
                    complaints.computeIfAbsent(new Key(looking.value(cell), cell.value(at)), key -> new Complaints());
            one.n += negative;
            one.channels.add(cell.value(at + 1));
        }
        return complaints;
    }

    private Candidate candidate(Key key, Complaints complaints, double expected, double p, Period window, Period before)
            throws IOException {
        Selection selection = looking.of(key.value, window);
        String name = looking.aspectName().apply(key.aspect);
        String golden = Times.told(looking.at().plus(Crisis.GOLDEN));
        String channels = String.join(", ", complaints.channels);
        String usual = String.format(Locale.ROOT, "%.1f", expected);
        Found found = new Found(looking, key.value)
                .figure("aspect", key.aspect)
                .figure("complaints", complaints.n)
                .figure("expected", expected)
                .figure("channels", List.copyOf(complaints.channels))
                .figure("p", p)
                .figure("goldenUntil", looking.at().plus(Crisis.GOLDEN));
        Wording text = new Wording(
                "%d 小时内对“%s”的抱怨 %d 条，通常 %s 条，遍及 %d 个渠道（%s）。黄金四小时到 %s。"
                        .formatted(
                                when.window().toHours(),
                                name,
                                complaints.n,
                                usual,
                                complaints.channels.size(),
                                channels,
                                golden),
                "%d complaints about \"%s\" within %d h, usually %s, in %d channels (%s). The golden four hours end at %s."
                        .formatted(
                                complaints.n,
                                name,
                                when.window().toHours(),
                                usual,
                                complaints.channels.size(),
                                channels,
                                golden));
        Wording cause = found.isKnown() ? null : new Causes(looking).of(WatchMeasure.NEGATIVE, selection, before);
        Evidence evidence = Evidence.of(looking.now(), selection, Dimension.ASPECT_POLARITY, key.aspect + ":negative");
        return found.candidate(window.from(), complaints.n, text, cause, evidence);
    }
}
