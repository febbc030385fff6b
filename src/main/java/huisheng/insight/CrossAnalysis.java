package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Narrowing;
import huisheng.insight.ask.Parameter;
import huisheng.insight.ask.Question;
import huisheng.insight.ask.Wording;
import huisheng.insight.statistics.ContingencyTable;
import huisheng.review.Dimension;
import huisheng.review.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who differs from the others, in what, and how sure is that? Any dimension against any other, by any measure. */
public final class CrossAnalysis implements Question {
    private static final List<Dimension> DIMENSIONS = List.of(
            Dimension.BRAND,
            Dimension.PRODUCT,
            Dimension.CHANNEL,
            Dimension.STORE,
            Dimension.REGION,
            Dimension.AGE_BAND,
            Dimension.GENDER,
            Dimension.LEVEL,
            Dimension.BUYER,
            Dimension.VARIANT,
            Dimension.KIND,
            Dimension.RATING,
            Dimension.SENTIMENT,
            Dimension.ASPECT,
            Dimension.INTENT,
            Dimension.RISK,
            Dimension.KEYWORD);
    private static final Parameter<Dimension> ROWS =
            Parameter.dimension("rows", DIMENSIONS, Dimension.AGE_BAND, new Wording("行：谁", "rows: who"));
    private static final Parameter<Dimension> COLUMNS =
            Parameter.dimension("columns", DIMENSIONS, Dimension.ASPECT, new Wording("列：在什么上", "columns: in what"));
    private static final Parameter<CrossMeasure> MEASURE = Parameter.label(
            "measure",
            CrossMeasure.class,
            CrossMeasure.SHARE,
            new Wording(
                    "格子里的数：列在行中的占比、净情感、正面率、负面率、平均星级、某方面的提及率（需 aspect）、投诉率",
                    "what the cells tell: share of the column within the row, net sentiment, positive or negative rate, mean"
                            + " rating, mention rate of an aspect (with aspect), complaint rate"));
    private static final Parameter<String> ASPECT = Parameter.text(
            "aspect",
            new Wording(
                    "方面的编号：情感类数字只看对它的评价，aspect-rate 看提到它的占比，其余只看提到它的评论",
                    "an aspect's id: figures of sentiment read the opinions on it alone, aspect-rate the mentions of it, others the reviews that mention it"));
    private static final Parameter<Integer> LIMIT =
            Parameter.integer("limit", 1, 20, 10, new Wording("列出多少处差别", "how many differences to list"));

    /**
     * @param reviews that have both dimensions; reviews that may have several values of one count where they have none
     * @param rows the largest, at most 20, like {@code columns}
     * @param candidates cells that were tested, over which the false discovery rate is controlled
     * @param differences cells that differ from the same column in all other rows, the surest first
     * @param insufficient where there are too few reviews for any figure
     */
    public record Answer(
            long reviews,
            List<Line> rows,
            List<Line> columns,
            Dependence dependence,
            int candidates,
            List<Cell> cells,
            List<Deviation> differences,
            @Nullable Insufficient insufficient)
            implements huisheng.insight.ask.Answer, Limited {
        private static final int TOLD = 5;

        public Answer {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            cells = List.copyOf(cells);
            differences = List.copyOf(differences);
        }

        @Override
        public List<Finding> findings() {
            return differences.stream()
                    .limit(TOLD)
                    .map(deviation -> new Finding(deviation.says, deviation.evidence))
                    .toList();
        }
    }

    /** @param value empty where it {@code isOther}: all that aren't named, together */
    public record Line(String value, String name, boolean isOther, long n) {}

    /**
     * Whether rows and columns depend on each other at all.
     *
     * @param chiSquare Pearson's, null like the figures after it where a review may be in several rows or columns, or where
     *     the measure isn't the share
     * @param p of chi-square; else over the cells by R. J. Simes, "An improved Bonferroni procedure for multiple tests of
     *     significance", Biometrika 73 (1986), 751–754
     * @param v Cramér's, corrected for chance
     * @param sufficient whether chi-square may be trusted with such small counts
     */
    public record Dependence(
            double p,
            @Nullable Double chiSquare,
            @Nullable Integer df,
            @Nullable Double v,
            @Nullable Boolean sufficient) {}

    /**
     * @param n reviews in the cell
     * @param expected how many there would be if all rows were alike; of shares only, like {@code residual}
     * @param rest the same figure of the column in all other rows
     * @param difference of figure and rest; null where either is insufficient, like {@code q}
     * @param residual adjusted standardised (Haberman 1973)
     * @param q false discovery rate over all cells tested
     */
    public record Cell(
            String row,
            String column,
            long n,
            Figure figure,
            @Nullable Figure rest,
            @Nullable Double expected,
            @Nullable Difference difference,
            @Nullable Double residual,
            @Nullable Double q) {}

    /** A cell that differs, and the reviews that show it. */
    public record Deviation(Cell cell, Wording says, Evidence evidence) {}

    @Override
    public String name() {
        return "cross";
    }

    @Override
    public Wording asks() {
        return new Wording("谁和别人不一样，差在哪里，有多确定？", "Who differs from the others, in what, and how sure is that?");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(ROWS, COLUMNS, MEASURE, ASPECT, LIMIT);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("rows", "ageBand", "columns", "aspect", "measure", "negative", "product", "HQ-125");
    }

    @Override
    public Answer answer(Asked asked, ReviewSnapshot now) throws IOException {
        Dimension rows = asked.get(ROWS);
        Dimension columns = asked.get(COLUMNS);
        CrossMeasure measure = asked.get(MEASURE);
        String aspect = asked.get(ASPECT);
        check(rows, columns, measure, aspect);
        boolean read = measure.stance() || measure == CrossMeasure.ASPECT_RATE || aspect.isBlank();
        Asked about = read ? asked : asked.about(Narrowing.to(asked.selection(), Dimension.ASPECT, aspect));
        CrossTable table = CrossTable.of(now, about.selection(), rows, columns, measure, aspect);
        List<Cell> cells = CrossCells.of(table);
        long reviews = table.base().total().n();
        CrossFindings findings = new CrossFindings(about, now, rows, columns, measure, aspect);
        return new Answer(
                reviews,
                lines(asked, rows, table.rows(), table.base().rows()),
                lines(asked, columns, table.columns(), table.base().columns()),
                dependence(table, cells, measure, CrossCounts.several(rows) || CrossCounts.several(columns)),
                (int) cells.stream().filter(cell -> cell.q() != null).count(),
                cells,
                findings.of(cells, asked.get(LIMIT)),
                Insufficient.below(reviews));
    }

    private static void check(Dimension rows, Dimension columns, CrossMeasure measure, String aspect) {
        if (rows == columns) {
            throw new Fault("rows 与 columns 要不同", "rows and columns must differ");
        }
        boolean byAspect = rows == Dimension.ASPECT || columns == Dimension.ASPECT;
        if (measure == CrossMeasure.ASPECT_RATE ? aspect.isBlank() : !aspect.isBlank() && byAspect) {
            throw new Fault(
                    measure == CrossMeasure.ASPECT_RATE ? "aspect-rate 需要 aspect" : "行或列已经是方面，不要再给 aspect",
                    measure == CrossMeasure.ASPECT_RATE
                            ? "aspect-rate needs an aspect"
                            : "rows or columns are aspects already: aspect has no meaning");
        }
    }

    private static List<Line> lines(Asked asked, Dimension dimension, List<String> values, Map<String, Sums> margin) {
        List<Line> lines = new ArrayList<>();
        for (String value : values) {
            boolean other = value.equals(CrossCounts.OTHER);
            String name = other ? "其他" : ValueNames.of(asked, dimension, value);
            lines.add(new Line(
                    value, name, other, margin.getOrDefault(value, Sums.NONE).n()));
        }
        return lines;
    }

    private static Dependence dependence(CrossTable table, List<Cell> cells, CrossMeasure measure, boolean several) {
        if (measure != CrossMeasure.SHARE || several || cells.isEmpty()) {
            double simes = cells.stream()
                    .map(Cell::q)
                    .filter(java.util.Objects::nonNull)
                    .mapToDouble(q -> q)
                    .min()
                    .orElse(1);
            return new Dependence(simes, null, null, null, null);
        }
        ContingencyTable counts = ContingencyTable.of(table.counts());
        return new Dependence(counts.p(), counts.chiSquare(), counts.df(), counts.vCorrected(), counts.sufficient());
    }
}
