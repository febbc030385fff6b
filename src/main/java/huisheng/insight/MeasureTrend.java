package huisheng.insight;

import huisheng.index.Interval;
import huisheng.index.ReviewSnapshot;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Parameter;
import huisheng.insight.ask.Question;
import huisheng.insight.ask.Wording;
import huisheng.insight.series.Anomalies;
import huisheng.insight.series.Backtest;
import huisheng.insight.series.ChangePoint;
import huisheng.insight.series.ChangePoints;
import huisheng.insight.series.Estimate;
import huisheng.insight.series.Forecast;
import huisheng.insight.series.Method;
import huisheng.insight.series.Series;
import huisheng.insight.series.Trend;
import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How does a measure move, where did it shift or stick out, and what comes next? */
public final class MeasureTrend implements Question {
    private static final int MAX_HORIZON = 90;
    private static final int MAX_TOLD = 20;
    private static final Parameter<Interval> INTERVAL =
            Parameter.label("interval", Interval.class, Interval.DAY, new Wording("每段多长", "length of a bucket"));
    private static final Parameter<TrendMeasure> MEASURE = Parameter.label(
            "measure",
            TrendMeasure.class,
            TrendMeasure.NEGATIVE,
            new Wording(
                    "评论量、负面率、抱怨率、风险率、平均评分、净情感、某方面或某词的提及率",
                    "volume, negative, complaint or risk rate, mean rating, net sentiment, mention rate of an aspect or of a word"));
    private static final Parameter<String> OF = Parameter.text(
            "of",
            new Wording(
                    "measure 为 aspect 时的方面编号，为 keyword 时的词，为 risk 时的一种风险（可不给）",
                    "the aspect's id or the word that the measure is about; of risk one kind, if any"));
    private static final Parameter<Integer> HORIZON =
            Parameter.integer("horizon", 1, MAX_HORIZON, 14, new Wording("预测多少段", "buckets to forecast"));

    /**
     * @param told what the measure is called, with what it is of
     * @param trend slope per bucket, season taken out; null where {@code trendInsufficient} is not, and so on for the
     *     others: there the numbers count buckets, not reviews
     * @param changes where the level shifted, surest first
     * @param anomalies buckets outside of what season and neighbours lead one to expect, surest first
     * @param forecast with 95 % prediction intervals and the error of its backtest
     */
    public record Answer(
            Period window,
            Interval interval,
            TrendMeasure measure,
            String of,
            Wording told,
            List<Point> points,
            @Nullable Trend trend,
            @Nullable Insufficient trendInsufficient,
            List<Change> changes,
            @Nullable Insufficient changesInsufficient,
            List<Anomaly> anomalies,
            @Nullable Insufficient anomaliesInsufficient,
            @Nullable Outlook forecast,
            @Nullable Insufficient forecastInsufficient)
            implements huisheng.insight.ask.Answer, Limited {
        public Answer {
            points = List.copyOf(points);
            changes = List.copyOf(changes);
            anomalies = List.copyOf(anomalies);
        }

        @Override
        public List<Finding> findings() {
            return TrendFindings.of(this, start -> true);
        }

        /** What of it began within a period. */
        @Override
        public List<Finding> findings(Period reported) {
            return TrendFindings.of(this, reported::contains);
        }

        @Override
        public @Nullable Insufficient insufficient() {
            return changesInsufficient;
        }
    }

    /**
     * @param n reviews that the value is of
     * @param low null for volume, which is a count and no estimate
     * @param whole false where the period holds a part of the bucket only
     */
    public record Point(
            Instant start,
            long n,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            boolean whole,
            @Nullable Insufficient insufficient) {}

    /**
     * @param start of the first bucket with the new level; 95 % sure from {@code earliest} to {@code latest}
     * @param evidence from the start on
     */
    public record Change(
            Instant start,
            Instant earliest,
            Instant latest,
            double before,
            double after,
            double p,
            Evidence evidence) {}

    /** @param low and {@code high}: what would be no anomaly */
    public record Anomaly(
            Instant start, double value, double expected, double low, double high, double p, Evidence evidence) {}

    /** @param backtest errors of the method and of the seasonal naive one on the latest part */
    public record Outlook(Method method, int season, Backtest backtest, List<Ahead> points) {
        public Outlook {
            points = List.copyOf(points);
        }
    }

    /** A bucket to come. */
    public record Ahead(Instant start, double value, double low, double high) {}

    @Override
    public String name() {
        return "trend";
    }

    @Override
    public Wording asks() {
        return new Wording("指标怎样变化，哪里异常，接下来会怎样？", "How does a measure move, what sticks out, and what comes next?");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(INTERVAL, MEASURE, OF, HORIZON);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("measure", "keyword", "of", "辛辣", "ageBand", "18-24");
    }

    @Override
    public Duration window() {
        return Duration.ofDays(180);
    }

    /** A week alone shows neither a season nor a shift. */
    @Override
    public Period reportedOver(Period period) {
        Instant from = period.until().minus(window());
        return from.isBefore(period.from()) ? new Period(from, period.until()) : period;
    }

    /** Enough buckets for a season and a forecast, whatever their length. */
    @Override
    public Duration window(Map<String, String> given) {
        return switch (INTERVAL.of(given)) {
            case HOUR -> Duration.ofDays(30);
            case DAY -> window();
            case WEEK -> Duration.ofDays(3 * 365);
            case MONTH -> Duration.ofDays(5 * 365);
        };
    }

    @Override
    public Answer answer(Asked asked, ReviewSnapshot now) throws IOException {
        TrendMeasure measure = asked.get(MEASURE);
        Interval interval = asked.get(INTERVAL);
        String of = asked.get(OF);
        boolean needs = measure == TrendMeasure.ASPECT || measure == TrendMeasure.KEYWORD;
        if (needs && of.isEmpty()) {
            throw new Fault("measure 为 " + measure.label() + " 时要用 of 指明是哪一个", "of must name the " + measure.label());
        }
        Selection selection = asked.selection();
        TrendSeries counted = TrendSeries.of(now, selection, measure, interval, of);
        Wording told = measure.of(
                switch (measure) {
                    case ASPECT -> new Wording(asked.aspectName(of), of);
                    case RISK -> new Wording(ValueNames.of(asked, Dimension.RISK, of), of);
                    default -> Wording.same(of);
                });
        return new Telling(now, measure.shown(selection, of), counted, of, told, asked.period())
                .answer(asked.get(HORIZON));
    }

    /** Puts the methods' buckets back into time. */
    private record Telling(
            ReviewSnapshot now, Selection shown, TrendSeries counted, String of, Wording told, Period window) {
        Answer answer(int horizon) throws IOException {
            Series series = counted.series();
            if (series == null) return nothing(horizon);
            Estimate<Trend> trend = Trend.of(series);
            Estimate<List<ChangePoint>> changes = ChangePoints.of(series);
            Estimate<Anomalies> anomalies = Anomalies.of(series);
            Estimate<Forecast> forecast = Forecast.of(series, horizon);
            List<ChangePoint> shifts = known(changes);
            Anomalies found = known(anomalies);
            Forecast outlook = known(forecast);
            return new Answer(
                    window,
                    counted.interval(),
                    counted.measure(),
                    of,
                    told,
                    counted.points(),
                    known(trend),
                    tooShort(trend),
                    shifts == null ? List.of() : changes(shifts),
                    tooShort(changes),
                    found == null ? List.of() : anomalies(found.found()),
                    tooShort(anomalies),
                    outlook == null ? null : outlook(outlook),
                    tooShort(forecast));
        }

        private Answer nothing(int horizon) {
            Insufficient none = new Insufficient(0, horizon);
            return new Answer(
                    window,
                    counted.interval(),
                    counted.measure(),
                    of,
                    told,
                    List.of(),
                    null,
                    none,
                    List.of(),
                    none,
                    List.of(),
                    none,
                    null,
                    none);
        }

        private static <T> @Nullable T known(Estimate<T> estimate) {
            return estimate instanceof Estimate.Known<T> known ? known.value() : null;
        }

        private static @Nullable Insufficient tooShort(Estimate<?> estimate) {
            return estimate instanceof Estimate.TooShort<?> tooShort
                    ? new Insufficient(tooShort.buckets(), tooShort.needed())
                    : null;
        }

        private List<Change> changes(List<ChangePoint> shifts) throws IOException {
            List<Change> changes = new ArrayList<>();
            for (ChangePoint shift : surest(shifts, Comparator.comparingDouble(ChangePoint::p))) {
                Period since = new Period(start(shift.bucket()), window.until());
                changes.add(new Change(
                        start(shift.bucket()),
                        start(shift.earliest()),
                        start(shift.latest()),
                        shift.before(),
                        shift.after(),
                        shift.p(),
                        Evidence.of(now, shown.during(since))));
            }
            return changes;
        }

        private List<Anomaly> anomalies(List<Anomalies.Band> bands) throws IOException {
            List<Anomaly> anomalies = new ArrayList<>();
            for (Anomalies.Band band : surest(bands, Comparator.comparingDouble(Anomalies.Band::p))) {
                Instant start = start(band.bucket());
                Period bucket =
                        new Period(start, counted.interval().after(start, 1).getFirst());
                anomalies.add(new Anomaly(
                        start,
                        band.value(),
                        band.expected(),
                        band.low(),
                        band.high(),
                        band.p(),
                        Evidence.of(now, shown.during(bucket))));
            }
            return anomalies;
        }

        private static <T> List<T> surest(List<T> found, Comparator<T> order) {
            return found.stream().sorted(order).limit(MAX_TOLD).toList();
        }

        private Outlook outlook(Forecast forecast) {
            List<Instant> starts = counted.interval()
                    .after(counted.starts().getLast(), forecast.points().size());
            List<Ahead> points = new ArrayList<>();
            for (Forecast.Point point : forecast.points()) {
                points.add(new Ahead(starts.get(point.ahead() - 1), point.value(), point.low(), point.high()));
            }
            return new Outlook(forecast.method(), forecast.season(), forecast.backtest(), points);
        }

        private Instant start(int bucket) {
            return counted.starts().get(Math.clamp(bucket, 0, counted.starts().size() - 1));
        }
    }
}
