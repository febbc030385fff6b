package huisheng.insight;

import static java.util.Objects.requireNonNull;

import huisheng.index.ReviewSnapshot;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Narrowing;
import huisheng.insight.ask.Wording;
import huisheng.review.Dimension;
import huisheng.review.IntentType;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Tells the cells that differ, with the reviews that show it. */
record CrossFindings(
        Asked asked, ReviewSnapshot now, Dimension rows, Dimension columns, CrossMeasure measure, String aspect) {
    /** Of the differences told, at most this share is by chance alone. */
    static final double FALSE_DISCOVERY_RATE = 0.05;

    private static final Comparator<CrossAnalysis.Cell> SUREST = Comparator.comparingDouble(
                    (CrossAnalysis.Cell cell) -> difference(cell).p())
            .thenComparingDouble(cell -> -Math.abs(Objects.requireNonNullElse(cell.residual(), 0.0)))
            .thenComparingDouble(cell -> -Math.abs(difference(cell).effect()))
            .thenComparing(CrossAnalysis.Cell::row)
            .thenComparing(CrossAnalysis.Cell::column);

    private static Difference difference(CrossAnalysis.Cell cell) {
        return requireNonNull(cell.difference());
    }

    List<CrossAnalysis.Deviation> of(List<CrossAnalysis.Cell> cells, int limit) throws IOException {
        List<CrossAnalysis.Cell> surest = cells.stream()
                .filter(cell -> cell.q() != null && cell.q() <= FALSE_DISCOVERY_RATE)
                .sorted(SUREST)
                .limit(limit)
                .toList();
        List<CrossAnalysis.Deviation> told = new ArrayList<>();
        for (CrossAnalysis.Cell cell : surest) told.add(new CrossAnalysis.Deviation(cell, says(cell), evidence(cell)));
        return told;
    }

    /** Of the cell, those reviews of it that make its figure what it is. */
    private Evidence evidence(CrossAnalysis.Cell cell) throws IOException {
        Selection row = Narrowing.to(asked.selection(), rows, cell.row());
        Selection both = Narrowing.to(row, columns, cell.column());
        return switch (measure) {
            case SHARE -> Evidence.of(now, row, columns, cell.column());
            case ASPECT_RATE -> Evidence.of(now, both, Dimension.ASPECT, aspect);
            case COMPLAINTS -> Evidence.of(now, both, Dimension.INTENT, IntentType.COMPLAINT.label());
            case RATING -> Evidence.of(now, both);
            case NET -> signed(both, cell, difference(cell).effect() < 0 ? "negative" : "positive");
            case POSITIVE -> signed(both, cell, "positive");
            case NEGATIVE -> signed(both, cell, "negative");
        };
    }

    private Evidence signed(Selection both, CrossAnalysis.Cell cell, String sign) throws IOException {
        String judged = columns == Dimension.ASPECT ? cell.column() : rows == Dimension.ASPECT ? cell.row() : aspect;
        if (judged.isBlank()) return Evidence.of(now, both, Dimension.SENTIMENT, sign);
        return Evidence.of(now, both, Dimension.ASPECT_POLARITY, judged + ":" + sign);
    }

    private Wording says(CrossAnalysis.Cell cell) {
        Difference difference = difference(cell);
        boolean share = measure.share();
        double value = requireNonNull(cell.figure().value());
        double rest = requireNonNull(requireNonNull(cell.rest()).value());
        String low = share ? Tell.points(difference.low()) : Tell.signed(difference.low());
        String high = share ? Tell.points(difference.high()) : Tell.signed(difference.high());
        String effect = share ? Tell.points(difference.effect()) : Tell.signed(difference.effect());
        String q = Tell.chance(requireNonNull(cell.q()));
        String here = share ? Tell.percent(value) : Tell.number(value);
        String there = share ? Tell.percent(rest) : Tell.number(rest);
        String topic = aspect.isBlank() ? "" : asked.aspectName(aspect);
        return new Wording(
                ValueNames.of(asked, rows, cell.row()) + " × " + ValueNames.of(asked, columns, cell.column()) + "："
                        + topic
                        + measure.zh + " " + here + "（n=" + cell.figure().n() + "），其余 " + there + "，相差 " + effect
                        + (share ? " 个百分点" : "") + "，95% 区间 " + low + " 至 " + high + "，q" + q,
                cell.row() + " × " + cell.column() + ": " + measure.en + (aspect.isBlank() ? "" : " of " + aspect)
                        + " " + here + " (n=" + cell.figure().n() + "), elsewhere " + there + ": " + effect
                        + (share ? " points" : "") + ", 95 % interval " + low + " to " + high + ", q" + q);
    }
}
