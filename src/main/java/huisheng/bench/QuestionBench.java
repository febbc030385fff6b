package huisheng.bench;

import huisheng.index.BareLucene;
import huisheng.index.Interval;
import huisheng.index.ReviewIndex;
import huisheng.index.ReviewSearch;
import huisheng.insight.Insights;
import huisheng.insight.Keywords;
import huisheng.insight.ReviewSearchQuestion;
import huisheng.insight.SentimentTrend;
import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Noise;
import huisheng.review.Period;
import huisheng.review.Scope;
import huisheng.review.Selection;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The questions of the interface, put one after another to an index that nobody writes to. */
final class QuestionBench {
    private static final List<String> WORDS = List.of("包装", "口感辛辣", "漏酒", "物流", "香气", "客服", "回味", "送礼");
    private static final int WARM_UP = 30;
    private static final int SEARCHES = 200;
    private static final int TRENDS = 60;
    private static final int RISING = 40;
    private static final int INSIGHTS = 20;
    private static final Instant END =
            Corpus.LAST.plusDays(1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();

    private final ReviewIndex index;
    private final BareLucene bare;
    private final Random random;
    private final String shape;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    QuestionBench(ReviewIndex index, BareLucene bare, long seed) {
        this.index = index;
        this.bare = bare;
        this.random = new Random(seed);
        this.shape = "%,d reviews".formatted(index.size());
    }

    private interface Question {
        Object ask() throws IOException;
    }

    private record Timed(Samples wall, double cpuMicros) {}

    List<Figure> run() throws IOException {
        List<Figure> figures = new ArrayList<>();
        Timed top = time(SEARCHES, () -> bare.top(word()));
        Timed search = time(SEARCHES, this::search);
        figures.add(figure("search, 3 filters, highlights, p95", search, "bare Lucene: top 20 of the phrase", top)
                .to(Figure.Goal.atMost(20)));
        Timed times = time(TRENDS, bare::times);
        figures.add(figure("daily trend, p95", time(TRENDS, this::trend), "bare Lucene: read all times", times)
                .to(Figure.Goal.atMost(20)));
        figures.add(figure(
                        "daily trend of a phrase by region, p95",
                        time(TRENDS, this::grouped),
                        "bare Lucene: read all times",
                        times)
                .to(Figure.Goal.atMost(20)));
        Timed keywords = time(RISING, bare::keywords);
        figures.add(figure("rising words, p95", time(RISING, this::rising), "bare Lucene: read all keywords", keywords)
                .to(Figure.Goal.atMost(150)));
        InsightBench insights = new InsightBench(index, random, END);
        for (huisheng.insight.ask.Question question : Insights.ALL) {
            figures.add(figure(
                            "insight " + question.name() + ", p95",
                            time(INSIGHTS, () -> insights.ask(question)),
                            "bare Lucene: read all times",
                            times)
                    .to(Figure.Goal.atMost(InsightBench.goal(question))));
        }
        return figures;
    }

    private Figure figure(String name, Timed timed, String plainer, Timed baseline) {
        return Figure.of(name, shape, timed.wall.quantile(0.95), "ms")
                .against(plainer, baseline.wall.quantile(0.95))
                .cpu(timed.cpuMicros);
    }

    private Timed time(int times, Question question) throws IOException {
        long[] nanos = new long[times];
        long cpu = 0;
        for (int i = -WARM_UP; i < times; i++) {
            long own = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            Object answer = question.ask();
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
                cpu += threads.getCurrentThreadCpuTime() - own;
            }
            if (answer.hashCode() == 42) own++; // keeps the answer alive
        }
        return new Timed(Samples.ofNanos(nanos), cpu / 1e3 / times);
    }

    private Object search() throws IOException {
        Map<Dimension, Set<String>> filters = Map.of(
                Dimension.CHANNEL, Set.of(pick("jd", "taobao")),
                Dimension.SENTIMENT, Set.of(pick("positive", "negative"), "mixed"),
                Dimension.REGION, Set.of(pick("四川", "广东", "江苏"), pick("山东", "河南")));
        Selection selection = new Selection(Scope.ALL, new Filter(null, filters, word(), Noise.EXCLUDE));
        return new ReviewSearchQuestion(index)
                .ask(new ReviewSearch(selection, ReviewSearch.Order.NEWEST, 20, null, List.of()))
                .total();
    }

    private Object trend() throws IOException {
        return new SentimentTrend(index)
                .ask(new Selection(Scope.ALL, Filter.NONE), Interval.DAY, null, 1)
                .points();
    }

    private Object grouped() throws IOException {
        Filter said = new Filter(null, Map.of(), word(), Noise.EXCLUDE);
        return new SentimentTrend(index)
                .ask(new Selection(Scope.ALL, said), Interval.DAY, Dimension.REGION, 8)
                .points();
    }

    private Object rising() throws IOException {
        int days = random.nextInt(2) == 0 ? 30 : 7;
        Instant until = END.minus(Duration.ofDays(random.nextInt(60)));
        Period window = new Period(until.minus(Duration.ofDays(days)), until);
        return new Keywords(index)
                .ask(new Selection(Scope.ALL, Filter.NONE.during(window)), null, 20)
                .rising();
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }
}
