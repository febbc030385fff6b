package huisheng.insight.report;

import huisheng.index.Interval;
import huisheng.index.ReviewIndex;
import huisheng.index.ReviewSnapshot;
import huisheng.index.StanceCounts;
import huisheng.index.Stop;
import huisheng.index.Tally;
import huisheng.insight.Insight;
import huisheng.insight.Insights;
import huisheng.insight.Insufficient;
import huisheng.insight.Limited;
import huisheng.insight.Stance;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Question;
import huisheng.insight.ask.Wording;
import huisheng.insight.statistics.Proportion;
import huisheng.insight.statistics.ShareDifference;
import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the questions of a report, all of one snapshot. Blocks. */
public final class ReportMaker {
    /** A difference this likely by chance is not called one. */
    private static final double ALPHA = 0.05;

    private static final StanceCounts NONE = new StanceCounts(0, 0, 0, 0, 0);
    private static final int MOST_STEPS = 92;

    private final Insights insights;
    private final ReviewIndex index;

    public ReportMaker(Insights insights, ReviewIndex index) {
        this.insights = insights;
        this.index = index;
    }

    /** @param selection of the period that the report is about */
    public Report make(Selection selection, Period period, Stop stop) throws IOException {
        Selection asked = selection.during(period);
        List<Report.Section> sections = new ArrayList<>();
        List<Wording> quiet = new ArrayList<>();
        List<Report.Missing> missing = new ArrayList<>();
        List<Report.Refusal> refused = new ArrayList<>();
        try (ReviewSnapshot now = index.snapshot(stop)) {
            for (Question question : Insights.ALL) {
                if (!question.reported()) continue;
                try {
                    Selection over = asked.during(question.reportedOver(period));
                    Insight insight = insights.ask(question, over, Map.of(), now);
                    List<Finding> findings = insight.answer().findings(period);
                    Insufficient lacks = lacks(insight);
                    if (!findings.isEmpty()) {
                        sections.add(new Report.Section(question.name(), question.asks(), findings, insight));
                    } else if (lacks != null) {
                        missing.add(new Report.Missing(question.asks(), lacks.n(), lacks.needed()));
                    } else {
                        quiet.add(question.asks());
                    }
                } catch (Fault e) {
                    Wording reason = new Wording(e.in(Locale.CHINESE), e.in(Locale.ENGLISH));
                    refused.add(new Report.Refusal(question.asks(), reason));
                }
            }
            StanceCounts here = counts(now, asked);
            StanceCounts there = counts(now, asked.during(period.before()));
            return new Report(
                    period,
                    stance(here),
                    stance(there),
                    course(now, asked, period),
                    summary(now, asked, here, there),
                    sections,
                    quiet,
                    missing,
                    refused);
        }
    }

    private static @Nullable Insufficient lacks(Insight insight) {
        return insight.answer() instanceof Limited limited ? limited.insufficient() : null;
    }

    private static List<Report.Step> course(ReviewSnapshot now, Selection selection, Period period) throws IOException {
        Tally tally = now.tally(selection, Tally.By.all().per(step(period)));
        StanceCounts[] counts = new StanceCounts[tally.starts().size()];
        Arrays.fill(counts, NONE);
        for (Tally.Cell cell : tally.cells()) counts[cell.period()] = counts[cell.period()].plus(cell.stances());
        List<Report.Step> course = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            course.add(new Report.Step(tally.starts().get(i), stance(counts[i])));
        }
        return course;
    }

    /** Few enough steps for a chart. */
    private static Interval step(Period period) {
        long days = Duration.between(period.from(), period.until()).toDays();
        if (days <= MOST_STEPS) return Interval.DAY;
        return days <= MOST_STEPS * 7L ? Interval.WEEK : Interval.MONTH;
    }

    private static StanceCounts counts(ReviewSnapshot now, Selection selection) throws IOException {
        return now.tally(selection, Tally.By.all()).cells().stream()
                .map(Tally.Cell::stances)
                .reduce(NONE, StanceCounts::plus);
    }

    private static Stance stance(StanceCounts counts) {
        return Stance.of(counts.positive(), counts.negative(), counts.neutral(), counts.mixed(), counts.unscored());
    }

    private static List<Finding> summary(ReviewSnapshot now, Selection asked, StanceCounts here, StanceCounts there)
            throws IOException {
        List<Finding> summary = new ArrayList<>();
        summary.add(new Finding(
                new Wording(
                        "本期评论 %,d 条，上期 %,d 条".formatted(here.n(), there.n()),
                        "%,d reviews, %,d in the period before".formatted(here.n(), there.n())),
                Evidence.of(now, asked)));
        if (here.scored() == 0) return summary;
        String share = percent(here.negative(), here.scored());
        Evidence evidence = Evidence.of(now, asked, Dimension.SENTIMENT, "negative");
        if (there.scored() == 0) {
            summary.add(new Finding(
                    new Wording(
                            "差评占 %s，上期没有可比的评论".formatted(share),
                            "%s are negative; nothing to compare with".formatted(share)),
                    evidence));
            return summary;
        }
        ShareDifference difference = ShareDifference.of(
                new Proportion(here.negative(), here.scored()), new Proportion(there.negative(), there.scored()));
        boolean real = difference.p() < ALPHA;
        String change = "%+.1f [%+.1f, %+.1f]"
                .formatted(difference.effect() * 100, difference.low() * 100, difference.high() * 100);
        summary.add(new Finding(
                new Wording(
                        "差评占 %s，比上期 %s 个百分点，%s".formatted(share, change, real ? "超出偶然" : "在偶然范围之内"),
                        "%s are negative, %s points against the period before, %s"
                                .formatted(share, change, real ? "beyond chance" : "within chance")),
                evidence));
        return summary;
    }

    private static String percent(long k, long n) {
        return String.format(Locale.ROOT, "%.1f%%", 100.0 * k / n);
    }
}
