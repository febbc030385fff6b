package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.index.StanceCounts;
import huisheng.index.Tally;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Narrowing;
import huisheng.insight.statistics.FalseDiscovery;
import huisheng.insight.statistics.Quartiles;
import huisheng.insight.statistics.ShareDifference;
import huisheng.review.Dimension;
import huisheng.review.FollowupOutcome;
import huisheng.review.ReviewKind;
import huisheng.review.Selection;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** Counts what {@link Followups} tells. */
final class FollowupCounts {
    /** Speaks of service. */
    private static final String SERVICE =
            "(aspect:service OR aspect:aftersale OR \"客服\" OR \"售后\" OR \"换货\" OR \"退货\" OR"
                    + " \"退款\" OR \"补发\" OR \"换新\" OR \"refund\" OR \"replacement\")";

    private static final List<String> OUTCOMES =
            Arrays.stream(FollowupOutcome.values()).map(FollowupOutcome::label).toList();
    private static final Evidence NOTHING = new Evidence(List.of(), "");

    private final Asked asked;
    private final ReviewSnapshot now;
    private final Dimension by;
    private final Selection followups;
    private final Selection regrets;
    private final Selection recoveries;

    FollowupCounts(Asked asked, ReviewSnapshot now, Dimension by) {
        this.asked = asked;
        this.now = now;
        this.by = by;
        this.followups = Narrowing.to(asked.selection(), Dimension.KIND, ReviewKind.FOLLOWUP.label());
        Selection reversed = Narrowing.to(followups, Dimension.FOLLOWUP, FollowupOutcome.REVERSED.label());
        this.regrets = Narrowing.to(reversed, Dimension.SENTIMENT, SentimentLabel.NEGATIVE.label());
        this.recoveries = Narrowing.to(reversed, Dimension.SENTIMENT, SentimentLabel.POSITIVE.label());
    }

    /** Follow-ups by what they do to the first review. */
    private record Outcomes(StanceCounts reversed, StanceCounts confirmed, StanceCounts other) {
        private static final StanceCounts NONE = new StanceCounts(0, 0, 0, 0, 0);
        private static final Outcomes EMPTY = new Outcomes(NONE, NONE, NONE);

        static Outcomes of(String outcome, StanceCounts counts) {
            if (outcome.equals(FollowupOutcome.REVERSED.label())) return new Outcomes(counts, NONE, NONE);
            if (outcome.equals(FollowupOutcome.CONFIRMED.label())) return new Outcomes(NONE, counts, NONE);
            return new Outcomes(NONE, NONE, counts);
        }

        Outcomes plus(Outcomes more) {
            return new Outcomes(reversed.plus(more.reversed), confirmed.plus(more.confirmed), other.plus(more.other));
        }

        long n() {
            return reversed.n() + confirmed.n() + other.n();
        }

        Followups.Rate regret() {
            return Followups.Rate.of(reversed.negative(), reversed.negative() + confirmed.positive());
        }

        Followups.Rate recovery() {
            return Followups.Rate.of(reversed.positive(), reversed.positive() + confirmed.negative());
        }
    }

    private record Counted(String group, long n, Followups.Rate regret, Followups.Rate recovery) {}

    Followups.Answer answer(int limit) throws IOException {
        Map<String, Outcomes> byGroup = outcomes(followups);
        Outcomes all = byGroup.values().stream().reduce(Outcomes.EMPTY, Outcomes::plus);
        Insufficient insufficient = Insufficient.below(all.n());
        Followups.Rate regret = all.regret();
        Followups.Rate recovery = all.recovery();
        List<Counted> counted = counted(byGroup, regret, recovery);
        RegretCauses about = new RegretCauses(asked, now, regrets);
        List<Followups.Cause> causes = insufficient == null && regret.k() > 0 ? about.causes() : List.of();
        int tested = about.tested()
                + counted.stream()
                        .mapToInt(row -> tested(row.regret) + tested(row.recovery))
                        .sum();
        Followups.Service service = service(recovery);
        return new Followups.Answer(
                asked.period(),
                service.difference() == null ? tested : tested + 1,
                all.n(),
                regret,
                recovery,
                all.n() - regret.n() - recovery.n(),
                days(days(regrets, List.of()).getOrDefault("", new long[0])),
                days(days(followups, List.of()).getOrDefault("", new long[0])),
                insufficient == null ? groups(counted, limit) : List.of(),
                causes,
                service,
                regret.k() == 0 ? NOTHING : Evidence.of(now, regrets),
                recovery.k() == 0 ? NOTHING : Evidence.of(now, recoveries),
                insufficient);
    }

    private static int tested(Followups.Rate rate) {
        return rate.q() == null ? 0 : 1;
    }

    private Map<String, Outcomes> outcomes(Selection selection) throws IOException {
        Tally.Axis outcomes = new Tally.Axis(Dimension.FOLLOWUP, OUTCOMES);
        Tally.By axes = new Tally.By(List.of(Tally.Axis.all(by), outcomes), null, Tally.By.MAX_CELLS);
        Map<String, Outcomes> byGroup = new TreeMap<>();
        for (Tally.Cell cell : now.tally(selection, axes).cells()) {
            byGroup.merge(cell.value(0), Outcomes.of(cell.value(1), cell.stances()), Outcomes::plus);
        }
        return byGroup;
    }

    /** Each group against the others, tested over all there are. */
    private static List<Counted> counted(
            Map<String, Outcomes> byGroup, Followups.Rate regret, Followups.Rate recovery) {
        List<Counted> counted = new ArrayList<>();
        byGroup.forEach((group, outcomes) -> counted.add(new Counted(
                group,
                outcomes.n(),
                outcomes.regret().against(regret),
                outcomes.recovery().against(recovery))));
        List<Followups.Rate> regrets = judged(counted, Counted::regret);
        List<Followups.Rate> recoveries = judged(counted, Counted::recovery);
        List<Counted> judged = new ArrayList<>();
        for (int i = 0; i < counted.size(); i++) {
            judged.add(new Counted(counted.get(i).group, counted.get(i).n, regrets.get(i), recoveries.get(i)));
        }
        return judged;
    }

    private static List<Followups.Rate> judged(List<Counted> rows, Function<Counted, Followups.Rate> rate) {
        double[] q = FalseDiscovery.q(rows.stream()
                .map(row -> rate.apply(row).fromOthers())
                .filter(Objects::nonNull)
                .mapToDouble(ShareDifference::p)
                .toArray());
        List<Followups.Rate> judged = new ArrayList<>();
        int tested = 0;
        for (Counted row : rows) {
            Followups.Rate one = rate.apply(row);
            judged.add(one.fromOthers() == null ? one : one.with(q[tested++]));
        }
        return judged;
    }

    private List<Followups.Group> groups(List<Counted> counted, int limit) throws IOException {
        List<Counted> shown = counted.stream()
                .filter(row -> !row.group.isEmpty())
                .sorted(Comparator.comparing((Counted row) -> !row.regret.above())
                        .thenComparingLong(row -> -row.n)
                        .thenComparing(Counted::group))
                .limit(limit)
                .toList();
        if (shown.isEmpty()) return List.of();
        Map<String, long[]> days =
                days(regrets, shown.stream().map(Counted::group).toList());
        List<Followups.Group> groups = new ArrayList<>();
        for (Counted row : shown) {
            Evidence evidence = row.regret.k() == 0 ? NOTHING : Evidence.of(now, Narrowing.to(regrets, by, row.group));
            long[] until = days.getOrDefault(row.group, new long[0]);
            groups.add(new Followups.Group(row.group, row.n, row.regret, row.recovery, days(until), evidence));
        }
        return groups;
    }

    /** How many took 0, 1, 2 and so on days, by group; under {@code ""} where none is named. */
    private Map<String, long[]> days(Selection selection, List<String> groups) throws IOException {
        List<Tally.Axis> axes = new ArrayList<>(List.of(Tally.Axis.all(Dimension.FOLLOWUP_DAYS)));
        if (!groups.isEmpty()) axes.add(new Tally.Axis(by, groups));
        Map<String, long[]> days = new HashMap<>();
        for (Tally.Cell cell : now.tally(selection, new Tally.By(axes, null, Tally.By.MAX_CELLS))
                .cells()) {
            if (cell.value(0).isEmpty()) continue;
            String group = groups.isEmpty() ? "" : cell.value(1);
            days.computeIfAbsent(group, g -> new long[Dimension.MAX_DAYS + 1])[Integer.parseInt(cell.value(0))] +=
                    cell.n();
        }
        return days;
    }

    private static Followups.Days days(long[] counts) {
        long n = Arrays.stream(counts).sum();
        if (n < Insufficient.MINIMUM) return new Followups.Days(n, null, null, null);
        long within7 = Arrays.stream(counts, 0, 8).sum();
        long within30 = Arrays.stream(counts, 0, 31).sum();
        return new Followups.Days(n, Quartiles.ofCounts(counts), Share.of(within7, n), Share.of(within30, n));
    }

    private Followups.Service service(Followups.Rate all) throws IOException {
        Selection speaking = Asked.and(followups, SERVICE);
        Outcomes outcomes = outcomes(speaking).values().stream().reduce(Outcomes.EMPTY, Outcomes::plus);
        Followups.Rate with = outcomes.recovery();
        Followups.Rate without = Followups.Rate.of(all.k() - with.k(), all.n() - with.n());
        return new Followups.Service(
                with,
                without,
                with.against(all).fromOthers(),
                with.k() == 0 ? NOTHING : Evidence.of(now, Asked.and(recoveries, SERVICE)));
    }
}
