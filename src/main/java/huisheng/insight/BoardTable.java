package huisheng.insight;

import huisheng.index.Quote;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.DrillDown;
import huisheng.insight.ask.Evidence;
import huisheng.insight.statistics.FalseDiscovery;
import huisheng.insight.statistics.SignTest;
import huisheng.review.Dimension;
import huisheng.review.Outcome;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Wins, ties and losses by rival and aspect, tested and with their quotes. */
final class BoardTable {
    private static final int MOST_BOUTS = 20;
    private static final int MOST_YARDSTICKS = 5;
    /** Ways to name a rival that a link to its comparisons lists; of more, the most frequent. */
    private static final int MOST_VALUES = 10;

    private static final Comparator<Map.Entry<ComparisonBoard.Key, ComparisonBoard.Row>> MOST_LOST =
            Comparator.comparingLong((Map.Entry<ComparisonBoard.Key, ComparisonBoard.Row> entry) ->
                            -entry.getValue().n(Outcome.LOSE))
                    .thenComparingLong(entry -> -entry.getValue().n())
                    .thenComparing(Map.Entry::getKey, ComparisonBoard.Key.ORDER);

    private final RivalContext context;
    private int tested;

    BoardTable(RivalContext context) {
        this.context = context;
    }

    /** Tests that were made. */
    int tested() {
        return tested;
    }

    /** Of the rivals that are listed. */
    List<Competitors.Bout> rows() throws IOException {
        return rows(
                context.board().rows().entrySet().stream()
                        .filter(entry ->
                                context.rivals().contains(entry.getKey().rival())),
                MOST_BOUTS);
    }

    /** Of what is no rival. */
    List<Competitors.Bout> yardsticks() throws IOException {
        return rows(context.board().yardsticks().entrySet().stream(), MOST_YARDSTICKS);
    }

    private List<Competitors.Bout> rows(Stream<Map.Entry<ComparisonBoard.Key, ComparisonBoard.Row>> compared, int most)
            throws IOException {
        List<Map.Entry<ComparisonBoard.Key, ComparisonBoard.Row>> entries = compared.filter(
                        entry -> entry.getValue().largest() >= Insufficient.MINIMUM)
                .sorted(MOST_LOST)
                .toList();
        List<ComparisonBoard.Row> rows =
                entries.stream().map(Map.Entry::getValue).toList();
        double[] p = rows.stream()
                .mapToDouble(row -> SignTest.p(row.n(Outcome.WIN), row.n(Outcome.LOSE)))
                .toArray();
        double[] q = FalseDiscovery.q(p);
        List<Moved> losses = Moved.judged(rows.stream()
                .map(row -> Moved.of(
                        Math.min(context.n(), row.n(Outcome.LOSE)),
                        context.n(),
                        Math.min(context.m(), row.baseline(Outcome.LOSE)),
                        context.m()))
                .toList());
        tested += p.length + (int) losses.stream().filter(Moved::tested).count();
        List<Competitors.Bout> bouts = new ArrayList<>();
        for (int i = 0; i < Math.min(most, entries.size()); i++) {
            bouts.add(bout(entries.get(i).getKey(), rows.get(i), p[i], q[i], losses.get(i)));
        }
        return bouts;
    }

    private Competitors.Bout bout(ComparisonBoard.Key key, ComparisonBoard.Row row, double p, double q, Moved lossRate)
            throws IOException {
        Outcome shown = row.n(Outcome.LOSE) > 0 ? Outcome.LOSE : row.n(Outcome.WIN) > 0 ? Outcome.WIN : Outcome.TIE;
        return new Competitors.Bout(
                key.rival(),
                key.aspect(),
                key.aspect().isEmpty() ? "" : context.rivalry().asked.aspectName(key.aspect()),
                row.n(Outcome.WIN),
                row.n(Outcome.TIE),
                row.n(Outcome.LOSE),
                row.n() == 0 ? null : Share.of(row.n(Outcome.WIN), row.n()),
                p,
                q,
                row.baseline(Outcome.WIN),
                row.baseline(Outcome.TIE),
                row.baseline(Outcome.LOSE),
                lossRate,
                evidence(row.values(shown, MOST_VALUES)));
    }

    /** Of comparisons in any of the words for a rival. */
    private Evidence evidence(List<String> values) throws IOException {
        if (values.isEmpty()) return RivalContext.NOTHING;
        List<Quote> quotes = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (String value : values) {
            if (quotes.size() == Evidence.MOST) break;
            for (Quote quote : context.rivalry()
                    .now
                    .quotes(context.us(), Dimension.COMPARISON, value, Evidence.MOST - quotes.size())) {
                if (seen.add(quote.id())) quotes.add(quote);
            }
        }
        return new Evidence(quotes, DrillDown.link(compared(values)));
    }

    private Selection compared(List<String> values) {
        boolean free = !context.us().filter().in().containsKey(Dimension.COMPARISON);
        if (free) return context.us().with(context.us().filter().with(Dimension.COMPARISON, Set.copyOf(values)));
        return Asked.and(
                context.us(),
                values.stream()
                        .map(value -> Dimension.COMPARISON.key() + ":" + RivalNames.phrase("", value))
                        .collect(Collectors.joining(" OR ")));
    }
}
