package huisheng.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import huisheng.index.IndexSettings;
import huisheng.index.Interval;
import huisheng.index.LuceneReviewIndex;
import huisheng.index.ReviewIndex;
import huisheng.index.ReviewSearch;
import huisheng.index.Sample;
import huisheng.review.Change;
import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.NoiseType;
import huisheng.review.Period;
import huisheng.review.Scope;
import huisheng.review.Selection;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsightTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    static final Selection ALL = new Selection(Scope.ALL, Filter.NONE);
    private static final Period SECOND_MONTH =
            new Period(START.plusSeconds(30 * 86_400), START.plusSeconds(60 * 86_400));

    @TempDir
    Path folder;

    private ReviewIndex index;

    @BeforeEach
    void open() throws IOException {
        index = LuceneReviewIndex.open(IndexSettings.in(folder), new UUID(0, 1));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private void put(List<Change> changes) throws IOException {
        index.put(changes);
        index.refresh();
    }

    /** 60 days of words drawn alike throughout, except 辛辣, which in the second half has the given share. */
    private static List<Change> months(long seed, double planted) {
        Random random = new Random(seed);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            Instant time = START.plusSeconds(random.nextInt(60 * 86_400));
            List<String> words = new ArrayList<>();
            for (int j = 0; j < 3; j++) words.add("词" + random.nextInt(300));
            double share = time.isBefore(SECOND_MONTH.from()) ? 0.02 : planted;
            if (random.nextDouble() < share) words.add("辛辣");
            changes.add(Sample.review(i)
                    .at(time)
                    .keywords(words.stream().distinct().toArray(String[]::new))
                    .change());
        }
        return changes;
    }

    @Test
    void keywords_findThePlantedWord() throws IOException {
        put(months(11, 0.06));
        Keywords.Answer answer = new Keywords(index).ask(ALL.during(SECOND_MONTH), null, 10);
        assertThat(answer.rising()).extracting(Keywords.Word::keyword).startsWith("辛辣");
        Keywords.Word word = answer.rising().getFirst();
        assertThat(word.ratio()).isBetween(2.0, 5.0);
        assertThat(word.q()).isLessThan(0.001);
        assertThat(word.evidence()).hasSize(5);
        assertThat(word.withNoise()).isEqualTo(word.n());
        assertThat(answer.baseline()).isEqualTo(SECOND_MONTH.before());
        assertThat(answer.reviews() + answer.baselineReviews()).isEqualTo(6000);
        assertThat(answer.top())
                .hasSize(10)
                .extracting(Keywords.Word::n)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void keywords_staySilentWithoutAChange() throws IOException {
        put(months(12, 0.02));
        Keywords.Answer answer = new Keywords(index).ask(ALL.during(SECOND_MONTH), null, 10);
        assertThat(answer.candidates()).isGreaterThan(250);
        assertThat(answer.rising()).isEmpty();
        assertThat(answer.insufficient()).isNull();
    }

    @Test
    void keywords_tooLittleToCompareSaysSo() throws IOException {
        put(IntStream.range(0, 40)
                .mapToObj(i ->
                        Sample.review(i).at(SECOND_MONTH.from()).keywords("辛辣").change())
                .toList());
        Keywords.Answer answer = new Keywords(index).ask(ALL.during(SECOND_MONTH), null, 10);
        assertThat(answer.insufficient()).isEqualTo(new Insufficient(0, 5));
        assertThat(answer.rising()).isEmpty();
        assertThat(answer.top())
                .singleElement()
                .satisfies(word -> assertThat(word.p()).isNull());
    }

    @Test
    void keywords_showWhatNoiseWouldChange() throws IOException {
        put(IntStream.range(0, 30)
                .mapToObj(i -> {
                    Sample sample = Sample.review(i).at(SECOND_MONTH.from()).keywords("好评");
                    return (i < 20 ? sample.noise(NoiseType.DEFAULT) : sample).change();
                })
                .toList());
        Keywords.Answer answer = new Keywords(index).ask(ALL.during(SECOND_MONTH), null, 10);
        assertThat(answer.top()).singleElement().satisfies(word -> {
            assertThat(word.n()).isEqualTo(10);
            assertThat(word.withoutNoise()).isEqualTo(10);
            assertThat(word.withNoise()).isEqualTo(30);
        });
        assertThat(answer.noise().without().n()).isEqualTo(10);
        assertThat(answer.noise().with().n()).isEqualTo(30);
    }

    @Test
    void keywords_needAPeriodAndABound() {
        Keywords keywords = new Keywords(index);
        assertThatThrownBy(() -> assertThat(keywords.ask(ALL, null, 10)).isNull())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("period");
        assertThatThrownBy(() -> assertThat(keywords.ask(ALL.during(SECOND_MONTH), null, 0))
                        .isNull())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sentimentTrend_givesFiguresOrSaysWhatIsMissing() throws IOException {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            SentimentLabel label = i < 6 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
            changes.add(
                    Sample.review(i).at("2026-03-01T04:00:00Z").sentiment(label).change());
        }
        changes.add(Sample.review(10).at("2026-03-03T04:00:00Z").change());
        changes.add(Sample.review(11)
                .at("2026-03-01T04:00:00Z")
                .sentiment(SentimentLabel.UNSCORED)
                .change());
        put(changes);

        SentimentTrend.Answer answer = new SentimentTrend(index).ask(ALL, Interval.DAY, null, 1);

        assertThat(answer.points()).hasSize(3);
        Stance first = answer.points().getFirst().stance();
        assertThat(first.n()).isEqualTo(11);
        assertThat(first.net()).isEqualTo(0.2, within(1e-9));
        assertThat(first.positiveShare()).isEqualTo(Share.of(6, 10));
        assertThat(answer.points().get(1).stance().insufficient()).isEqualTo(new Insufficient(0, 5));
        Stance last = answer.points().get(2).stance();
        assertThat(last.net()).isNull();
        assertThat(last.insufficient()).isEqualTo(new Insufficient(1, 5));
        assertThat(answer.points().get(2).evidence()).containsExactly(10L);
    }

    @Test
    void sentimentTrend_boundsAreChecked() throws IOException {
        put(List.of(Sample.review(1).change()));
        SentimentTrend trend = new SentimentTrend(index);
        assertThatThrownBy(() -> assertThat(trend.ask(ALL, Interval.DAY, Dimension.BRAND, 21))
                        .isNull())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20 groups");
        assertThatThrownBy(() -> assertThat(trend.ask(ALL, Interval.DAY, Dimension.AUTHOR, 20))
                        .isNull())
                .isInstanceOf(IllegalArgumentException.class);
        Period long_ = new Period(START.minusSeconds(2000L * 86_400), START);
        assertThatThrownBy(() -> assertThat(trend.ask(ALL.during(long_), Interval.DAY, null, 1))
                        .isNull())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000 buckets");
    }

    @Test
    void keywordTrend_countsTermsByPeriod() throws IOException {
        put(IntStream.range(0, 8)
                .mapToObj(i -> Sample.review(i).text(i < 2 ? "口感辛辣" : "口感好").change())
                .toList());
        KeywordTrend trend = new KeywordTrend(index);
        KeywordTrend.Answer answer = trend.ask(ALL, Interval.DAY, List.of("辛辣", " 辛辣 "));
        assertThat(answer.points()).singleElement().satisfies(point -> {
            assertThat(point.n()).isEqualTo(2);
            assertThat(point.share()).isEqualTo(Share.of(2, 8));
            assertThat(point.evidence()).containsExactly(1L, 0L);
        });
        List<String> many = IntStream.range(0, 21).mapToObj(i -> "词" + i).toList();
        assertThatThrownBy(() -> assertThat(trend.ask(ALL, Interval.DAY, many)).isNull())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20 terms");
        assertThatThrownBy(() ->
                        assertThat(trend.ask(ALL, Interval.DAY, List.of("！"))).isNull())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void search_isAnsweredByTheIndex() throws IOException {
        put(List.of(Sample.review(1).text("漏酒").change()));
        Selection leaking = ALL.with(new Filter(null, java.util.Map.of(), "漏酒", Filter.NONE.noise()));
        ReviewSearch search = new ReviewSearch(leaking, ReviewSearch.Order.RELEVANCE, 10, null, List.of());
        assertThat(new ReviewSearchQuestion(index).ask(search).total()).isEqualTo(1);
    }
}
