package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.index.StanceCounts;
import huisheng.index.Tally;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Evidence;
import huisheng.insight.statistics.FalseDiscovery;
import huisheng.review.Dimension;
import huisheng.review.IntentType;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The aspects of a scorecard, made of a few tallies. */
record Scorecard(long reviews, long baselineReviews, List<AspectScorecard.Aspect> aspects, int candidates) {
    private static final Tally.Axis COMPLAINT = new Tally.Axis(Dimension.INTENT, List.of(IntentType.COMPLAINT.label()));

    static Scorecard of(Asked asked, ReviewSnapshot now, Period baseline, @Nullable AspectDrivers drivers, int limit)
            throws IOException {
        Selection here = asked.selection();
        Selection before = here.during(baseline);
        Counting counting = new Counting(
                Sides.count(now, here),
                Sides.count(now, before),
                aspects(now, here),
                aspects(now, before),
                Sums.of(now.tally(here, new Tally.By(List.of(COMPLAINT), null, 1)))
                        .n(),
                aspects(now, here, COMPLAINT),
                drivers);
        List<String> shown = counting.largest(limit);
        List<AspectScorecard.Change> changes = tested(shown.stream()
                .flatMap(aspect -> Stream.of(counting.net(aspect), counting.mention(aspect)))
                .toList());
        List<AspectScorecard.Aspect> told = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            told.add(counting.aspect(asked, now, shown.get(i), changes.get(2 * i), changes.get(2 * i + 1)));
        }
        int candidates = (int) changes.stream().filter(each -> each.q() != null).count();
        return new Scorecard(counting.reviews, counting.baselineReviews, told, candidates);
    }

    /** By aspect, of those that have the value of the axes as well. */
    private static Map<String, Sums> aspects(ReviewSnapshot now, Selection selection, Tally.Axis... axes)
            throws IOException {
        List<Tally.Axis> by = new ArrayList<>(List.of(axes));
        by.add(Tally.Axis.all(Dimension.ASPECT));
        Map<String, Sums> sums = new HashMap<>();
        for (Tally.Cell cell :
                now.tally(selection, new Tally.By(by, null, Tally.By.MAX_CELLS)).cells()) {
            String aspect = cell.values().getLast();
            if (!aspect.isEmpty()) sums.merge(aspect, Sums.of(cell), Sums::plus);
        }
        return sums;
    }

    /** A figure now and before. */
    private record Pair(Measured now, Measured before) {
        @Nullable
        Difference difference() {
            return now.enough() && before.enough() ? now.against(before) : null;
        }
    }

    private static List<AspectScorecard.Change> tested(List<Pair> pairs) {
        List<AspectScorecard.Change> untested = pairs.stream()
                .map(pair -> new AspectScorecard.Change(pair.before.figure(), pair.difference(), null))
                .toList();
        double[] q = FalseDiscovery.q(untested.stream()
                .map(AspectScorecard.Change::difference)
                .filter(java.util.Objects::nonNull)
                .mapToDouble(Difference::p)
                .toArray());
        List<AspectScorecard.Change> changes = new ArrayList<>();
        int tested = 0;
        for (AspectScorecard.Change each : untested) {
            Double own = each.difference() == null ? null : q[tested++];
            changes.add(new AspectScorecard.Change(each.before(), each.difference(), own));
        }
        return changes;
    }

    private record Counting(
            long reviews,
            long baselineReviews,
            Map<String, Sums> here,
            Map<String, Sums> before,
            long complaints,
            Map<String, Sums> complained,
            @Nullable AspectDrivers drivers) {
        List<String> largest(int limit) {
            return here.entrySet().stream()
                    .sorted(Comparator.comparingLong((Map.Entry<String, Sums> entry) ->
                                    -entry.getValue().n())
                            .thenComparing(Map.Entry::getKey))
                    .limit(limit)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        Pair net(String aspect) {
            return new Pair(Scale.NET.of(sums(here, aspect)), Scale.NET.of(sums(before, aspect)));
        }

        Pair mention(String aspect) {
            return new Pair(
                    new Measured.Rate(sums(here, aspect).n(), reviews),
                    new Measured.Rate(sums(before, aspect).n(), baselineReviews));
        }

        private static Sums sums(Map<String, Sums> from, String aspect) {
            return from.getOrDefault(aspect, Sums.NONE);
        }

        AspectScorecard.Aspect aspect(
                Asked asked,
                ReviewSnapshot now,
                String aspect,
                AspectScorecard.Change net,
                AspectScorecard.Change mention)
                throws IOException {
            StanceCounts bad = sums(complained, aspect).stances();
            long illspoken = bad.negative() + bad.mixed();
            Measured standing = net(aspect).now;
            AspectDrivers.Driver driver =
                    drivers == null ? null : drivers.byAspect().get(aspect);
            boolean negative = sums(here, aspect).stances().negative() > 0;
            return new AspectScorecard.Aspect(
                    aspect,
                    asked.aspectName(aspect),
                    sums(here, aspect).n(),
                    Share.of(sums(here, aspect).n(), reviews),
                    standing.figure(),
                    net,
                    mention,
                    illspoken,
                    Share.orInsufficient(illspoken, complaints),
                    driver == null ? null : driver.importance(),
                    driver == null || !standing.enough() ? null : quadrant(driver, standing),
                    negative
                            ? Evidence.of(now, asked.selection(), Dimension.ASPECT_POLARITY, aspect + ":negative")
                            : Evidence.of(now, asked.selection(), Dimension.ASPECT, aspect));
        }

        private AspectScorecard.Quadrant quadrant(AspectDrivers.Driver driver, Measured standing) {
            Sums all = here.values().stream().reduce(Sums.NONE, Sums::plus);
            boolean good = value(standing) >= value(Scale.NET.of(all));
            boolean matters = driver.importance()
                    >= java.util.Objects.requireNonNull(drivers).averageImportance();
            if (matters) return good ? AspectScorecard.Quadrant.KEEP_UP : AspectScorecard.Quadrant.CONCENTRATE_HERE;
            return good ? AspectScorecard.Quadrant.POSSIBLE_OVERKILL : AspectScorecard.Quadrant.LOW_PRIORITY;
        }

        private static double value(Measured net) {
            Measured.Balance balance = (Measured.Balance) net;
            return (double) (balance.positive() - balance.negative()) / balance.n();
        }
    }
}
