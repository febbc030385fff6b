package huisheng.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.review.AnalysedReview;
import huisheng.review.Change;
import huisheng.review.Dimension;
import huisheng.review.DimensionValues;
import huisheng.review.Filter;
import huisheng.review.Noise;
import huisheng.review.NoiseType;
import huisheng.review.Period;
import huisheng.review.Polarity;
import huisheng.review.Position;
import huisheng.review.Scope;
import huisheng.review.Selection;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ReviewIndex} must do. */
abstract class ReviewIndexContract {
    ReviewIndex index;

    /** An empty index. */
    abstract ReviewIndex create() throws IOException;

    @BeforeEach
    void open() throws IOException {
        index = create();
    }

    private final List<ReviewSnapshot> opened = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (ReviewSnapshot snapshot : opened) snapshot.close();
        index.close();
    }

    /** What is visible now, open until the end of the test. */
    ReviewSnapshot now() throws IOException {
        ReviewSnapshot snapshot = index.snapshot(Stop.NEVER);
        opened.add(snapshot);
        return snapshot;
    }

    static Selection all(String query) {
        return new Selection(Scope.ALL, new Filter(null, Map.of(), query, Noise.EXCLUDE));
    }

    void put(Sample... samples) throws IOException {
        index.put(Stream.of(samples).map(Sample::change).toList());
        index.refresh();
    }

    SearchPage page(Selection selection, Dimension... facets) throws IOException {
        return now().search(new ReviewSearch(selection, ReviewSearch.Order.NEWEST, 100, null, List.of(facets)));
    }

    List<Long> ids(String query) throws IOException {
        return ids(all(query));
    }

    List<Long> ids(Selection selection) throws IOException {
        return page(selection).hits().stream().map(SearchPage.Hit::id).sorted().toList();
    }

    @Test
    void put_newestStateReplaces_andErasureRemoves() throws IOException {
        put(Sample.review(1).text("瓶口漏酒"), Sample.review(2).text("瓶口漏酒"));
        put(Sample.review(1).text("口感辛辣"));
        index.put(List.of(new Change(new Position(9, 9), 2, null)));
        index.refresh();

        assertThat(index.size()).isEqualTo(1);
        assertThat(ids("漏酒")).isEmpty();
        assertThat(ids("辛辣")).containsExactly(1L);
    }

    @Test
    void put_invisibleUntilRefresh() throws IOException {
        index.put(List.of(Sample.review(1).change()));
        assertThat(index.size()).isZero();
        index.refresh();
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void search_anySubstringOfChineseFindsItsReview() throws IOException {
        long seed = System.nanoTime();
        System.err.println("search_anySubstringOfChineseFindsItsReview seed " + seed);
        Random random = new Random(seed);
        String alphabet = "口感辛辣不好瓶漏酒的了很，。！ 5a😀";
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 200; i++) texts.add(random(random, alphabet, 20));
        Sample[] samples = IntStream.range(0, texts.size())
                .mapToObj(i -> Sample.review(i).text(texts.get(i)))
                .toArray(Sample[]::new);
        put(samples);
        for (int i = 0; i < 500; i++) {
            String text = texts.get(random.nextInt(texts.size()));
            String wanted = chinese(text, random);
            if (wanted.isEmpty()) continue;
            List<Long> expected = IntStream.range(0, texts.size())
                    .filter(n -> texts.get(n).contains(wanted))
                    .mapToObj(n -> (long) n)
                    .sorted(Comparator.reverseOrder())
                    .limit(100)
                    .sorted()
                    .toList();
            assertThat(ids("\"" + wanted + "\""))
                    .as("%s, seed %d", wanted, seed)
                    .isEqualTo(expected);
        }
    }

    private static String random(Random random, String alphabet, int length) {
        int[] points = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) text.appendCodePoint(points[random.nextInt(points.length)]);
        return text.toString();
    }

    private static String chinese(String text, Random random) {
        String[] runs = Stream.of(text.split("[^\\p{IsHan}]+"))
                .filter(run -> !run.isEmpty())
                .toArray(String[]::new);
        if (runs.length == 0) return "";
        String run = runs[random.nextInt(runs.length)];
        int start = random.nextInt(run.length());
        return run.substring(start, start + 1 + random.nextInt(Math.min(4, run.length() - start)));
    }

    @Test
    void search_mixedTextAndPunctuation() throws IOException {
        put(
                Sample.review(1).text("iPhone15很好，不贵！"),
                Sample.review(2).text("ＡＢＣ味道[doge]😀"),
                Sample.review(3).text("好不容易"));
        assertThat(ids("iphone15")).containsExactly(1L);
        assertThat(ids("IPHONE")).containsExactly(1L);
        assertThat(ids("ipho*")).containsExactly(1L);
        assertThat(ids("\"15很\"")).containsExactly(1L);
        assertThat(ids("很好，不贵")).containsExactly(1L);
        assertThat(ids("很好不贵")).isEmpty();
        assertThat(ids("不")).containsExactly(1L, 3L);
        assertThat(ids("abc味道")).containsExactly(2L);
        assertThat(ids("doge")).containsExactly(2L);
        assertThat(ids("😀")).containsExactly(2L);
    }

    @Test
    void search_operatorsAndFields() throws IOException {
        put(
                Sample.review(1)
                        .text("包装破了，漏酒")
                        .rating(1)
                        .likes(20)
                        .sentiment(SentimentLabel.NEGATIVE)
                        .opinion("packaging", "包装", Polarity.NEGATIVE)
                        .keywords("包装", "漏酒"),
                Sample.review(2).text("包装漂亮").brand("乙").channel("tmall").opinion("packaging", "包装", Polarity.POSITIVE),
                Sample.review(3).text("口感辛辣").rating(2).keywords("口感辛辣"));
        assertThat(ids("")).containsExactly(1L, 2L, 3L);
        assertThat(ids("包装 漏酒")).containsExactly(1L);
        assertThat(ids("包装 -漏酒")).containsExactly(2L);
        assertThat(ids("-包装")).containsExactly(3L);
        assertThat(ids("漏酒 OR 辛辣")).containsExactly(1L, 3L);
        assertThat(ids("辛辣 OR NOT 包装 OR NOT 漏酒")).containsExactly(2L, 3L);
        assertThat(ids("NOT (漏酒 OR 辛辣)")).containsExactly(2L);
        assertThat(ids("brand:乙")).containsExactly(2L);
        assertThat(ids("rating:1..2")).containsExactly(1L, 3L);
        assertThat(ids("aspect:packaging")).containsExactly(1L, 2L);
        assertThat(ids("aspect:包装:negative")).containsExactly(1L);
        assertThat(ids("aspect:packaging:negative")).containsExactly(1L);
        assertThat(ids("sentiment:negative")).containsExactly(1L);
        assertThat(ids("channel:jd OR channel:tmall")).containsExactly(1L, 2L, 3L);
        assertThat(ids("keyword:\"口感辛辣\"")).containsExactly(3L);
        assertThat(ids("likes:10..")).containsExactly(1L);
        assertThatThrownBy(() -> ids("colour:red")).isInstanceOf(QueryException.class);
        assertThatThrownBy(() -> index.check("(")).isInstanceOf(QueryException.class);
    }

    @Test
    void search_highlightsAreTheMatchedText() throws IOException {
        String text = "ＡＢＣ的😀包装，口感辛辣辛辣的包装";
        put(Sample.review(1).text(text));
        assertThat(highlighted("包装", text)).containsExactly("包装", "包装");
        assertThat(highlighted("感辛 辛辣辛辣", text)).containsExactly("感辛辣辛辣");
        assertThat(highlighted("abc", text)).containsExactly("ＡＢＣ");
        assertThat(highlighted("包装 OR 没有", text)).containsExactly("包装", "包装");
        assertThat(highlighted("😀 -没有", text)).containsExactly("😀");
        assertThat(highlighted("brand:甲", text)).isEmpty();
    }

    private List<String> highlighted(String query, String text) throws IOException {
        return page(all(query)).hits().getFirst().highlights().stream()
                .map(span -> text.substring(span.start(), span.end()))
                .toList();
    }

    @Test
    void everyRead_keepsToTheScope() throws IOException {
        put(
                Sample.review(1).brand("甲").text("漏酒").keywords("漏酒"),
                Sample.review(2).brand("乙").text("漏酒").keywords("漏酒"),
                Sample.review(3).brand("乙").region("广东").text("漏酒").keywords("漏酒"));
        Scope scope = new Scope(Map.of(Dimension.BRAND, Set.of("乙"), Dimension.REGION, Set.of("广东")));
        for (String query : List.of("", "漏酒", "brand:甲 OR brand:乙", "NOT 没有", "漏酒 OR brand:甲")) {
            Selection scoped = new Selection(scope, all(query).filter());
            assertThat(ids(scoped)).as(query).containsExactly(3L);
            assertThat(page(scoped, Dimension.BRAND).facets().get(Dimension.BRAND))
                    .containsExactly(new SearchPage.Facet("乙", 1));
            assertThat(now().sentiment(scoped, Interval.DAY, null, 1).buckets())
                    .singleElement()
                    .satisfies(bucket -> assertThat(bucket.evidence()).containsExactly(3L));
            assertThat(now().terms(scoped, Interval.DAY, List.of("漏酒")).buckets())
                    .singleElement()
                    .satisfies(bucket -> assertThat(bucket.n() + bucket.of()).isEqualTo(2));
            assertThat(now().contrast(Dimension.KEYWORD, scoped, scoped, 1).counts())
                    .containsExactly(new ContrastCounts.Count("漏酒", 1, 1, 1, 1));
            assertThat(now().quotes(scoped, Dimension.KEYWORD, "漏酒", 9))
                    .extracting(Quote::id)
                    .containsExactly(3L);
            assertThat(now().voices(scoped, new Voices.Of(Map.of(), List.of(), List.of(), 9))
                            .sample())
                    .extracting(Voices.Voice::id)
                    .containsExactly(3L);
        }
        Selection nothing = new Selection(new Scope(Map.of(Dimension.BRAND, Set.of())), Filter.NONE);
        assertThat(ids(nothing)).isEmpty();
        Selection elsewhere = new Selection(scope, Filter.NONE.with(Dimension.BRAND, Set.of("甲")));
        assertThat(ids(elsewhere)).isEmpty();
    }

    @Test
    void everyRead_leavesNoiseOutByDefault() throws IOException {
        put(Sample.review(1), Sample.review(2).noise(NoiseType.DEFAULT));
        assertThat(ids("")).containsExactly(1L);
        assertThat(ids(all("").with(Filter.NONE.with(Noise.INCLUDE)))).containsExactly(1L, 2L);
        assertThat(ids(all("").with(Filter.NONE.with(Noise.ONLY)))).containsExactly(2L);
    }

    @Test
    void search_periodIsHalfOpen() throws IOException {
        put(
                Sample.review(1).at("2026-03-01T00:00:00Z"),
                Sample.review(2).at("2026-03-01T23:59:59.999Z"),
                Sample.review(3).at("2026-03-02T00:00:00Z"));
        Period day = new Period(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(ids(all("").during(day))).containsExactly(1L, 2L);
        assertThat(ids(all("").during(new Period(Instant.MIN, Instant.MAX)))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void search_pagesMeetEveryHitOnce() throws IOException {
        for (int i = 0; i < 57; i++) {
            put(Sample.review(i).text("漏酒".repeat(1 + i % 3)).at(Instant.ofEpochSecond(1_770_000_000 + i / 4)));
        }
        for (ReviewSearch.Order order : ReviewSearch.Order.values()) {
            List<SearchPage.Hit> hits = new ArrayList<>();
            String cursor = null;
            do {
                SearchPage page = now().search(new ReviewSearch(all("漏酒"), order, 10, cursor, List.of()));
                assertThat(page.total()).isEqualTo(57);
                hits.addAll(page.hits());
                cursor = page.cursor();
            } while (cursor != null);
            assertThat(hits.stream().map(SearchPage.Hit::id))
                    .doesNotHaveDuplicates()
                    .hasSize(57);
            if (order == ReviewSearch.Order.NEWEST) {
                assertThat(hits.stream().map(SearchPage.Hit::id)).isSortedAccordingTo(Comparator.reverseOrder());
            } else {
                assertThat(hits.stream().map(SearchPage.Hit::score)).isSortedAccordingTo(Comparator.reverseOrder());
            }
        }
    }

    @Test
    void search_foreignCursorIsRefused() {
        for (String cursor : List.of("x", "!", "TkVXRVNUOjE6", "UkVMRVZBTkNFOjE6MQ")) {
            assertThatThrownBy(() ->
                            now().search(new ReviewSearch(all(""), ReviewSearch.Order.NEWEST, 10, cursor, List.of())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cursor");
        }
    }

    @Test
    void search_facetsCountAllHits_boundedAndSorted() throws IOException {
        Sample[] samples = IntStream.range(0, 200)
                .mapToObj(i -> Sample.review(i).region("r" + i % 60).rating(1 + i % 2))
                .toArray(Sample[]::new);
        put(samples);
        SearchPage page = now().search(new ReviewSearch(
                all(""), ReviewSearch.Order.NEWEST, 1, null, List.of(Dimension.REGION, Dimension.RATING)));
        assertThat(page.total()).isEqualTo(200);
        assertThat(page.facets().get(Dimension.REGION)).hasSize(50).startsWith(new SearchPage.Facet("r0", 4));
        assertThat(page.facets().get(Dimension.RATING))
                .containsExactly(new SearchPage.Facet("1", 100), new SearchPage.Facet("2", 100));
        assertThatThrownBy(() -> page(all(""), Dimension.AUTHOR)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sentiment_countsAsBruteForceDoes() throws IOException {
        long seed = System.nanoTime();
        System.err.println("sentiment_countsAsBruteForceDoes seed " + seed);
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 3000; i++) samples.add(randomSample(i, random));
        for (int from = 0; from < samples.size(); from += 700) {
            put(samples.subList(from, Math.min(samples.size(), from + 700)).toArray(Sample[]::new));
        }
        List<AnalysedReview> reviews = samples.stream().map(Sample::analysed).toList();
        Period period = new Period(Instant.parse("2026-01-10T05:30:00Z"), Instant.parse("2026-03-05T01:00:00Z"));
        for (@Nullable Dimension by : new Dimension[] {null, Dimension.BRAND, Dimension.ASPECT}) {
            Map<String, Long> expected = bruteForce(reviews, period, by);
            Map<String, Long> counted = new HashMap<>();
            for (SentimentBucket bucket : now().sentiment(all("").during(period), Interval.DAY, by, 20)
                    .buckets()) {
                String cell = bucket.group() + " " + LocalDate.ofInstant(bucket.start(), Interval.ZONE) + " ";
                add(counted, cell + SentimentLabel.POSITIVE, bucket.positive());
                add(counted, cell + SentimentLabel.NEGATIVE, bucket.negative());
                add(counted, cell + SentimentLabel.NEUTRAL, bucket.neutral());
                add(counted, cell + SentimentLabel.MIXED, bucket.mixed());
                assertThat(bucket.evidence()).hasSize((int) Math.min(5, bucket.n()));
            }
            assertThat(counted).as("by %s, seed %d", by, seed).isEqualTo(expected);
        }
    }

    private static Sample randomSample(int id, Random random) {
        Sample sample = Sample.review(id)
                .at(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(80 * 86_400)))
                .brand(random.nextInt(5) == 0 ? "" : "品牌" + random.nextInt(4))
                .sentiment(List.of(SentimentLabel.values()).get(random.nextInt(4)));
        if (random.nextInt(3) > 0) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                sample = sample.opinion(
                        "a" + random.nextInt(3), "名", List.of(Polarity.values()).get(random.nextInt(3)));
            }
        }
        return random.nextInt(6) == 0 ? sample.noise(NoiseType.FILLER) : sample;
    }

    private static Map<String, Long> bruteForce(List<AnalysedReview> reviews, Period period, @Nullable Dimension by) {
        Map<String, Long> counts = new HashMap<>();
        for (AnalysedReview review : reviews) {
            Instant time = review.review().writtenAt();
            if (time.isBefore(period.from()) || !time.isBefore(period.until())) continue;
            if (!review.analysis().noise().isEmpty()) continue;
            Set<String> groups = by == null ? Set.of("null") : DimensionValues.of(review, by);
            for (String group : groups.isEmpty() ? Set.of("") : groups) {
                SentimentLabel label = by == Dimension.ASPECT && !group.isEmpty()
                        ? onAspect(review, group)
                        : review.analysis().sentiment().label();
                add(counts, group + " " + LocalDate.ofInstant(time, Interval.ZONE) + " " + label, 1);
            }
        }
        return counts;
    }

    private static SentimentLabel onAspect(AnalysedReview review, String aspect) {
        List<Polarity> signs = review.analysis().opinions().stream()
                .filter(opinion -> opinion.aspect().equals(aspect))
                .map(opinion -> opinion.polarity())
                .filter(polarity -> polarity != Polarity.NEUTRAL)
                .distinct()
                .toList();
        if (signs.size() == 2) return SentimentLabel.MIXED;
        return signs.isEmpty()
                ? SentimentLabel.NEUTRAL
                : SentimentLabel.valueOf(signs.getFirst().name());
    }

    private static void add(Map<String, Long> counts, String cell, long n) {
        if (n > 0) counts.merge(cell, n, Long::sum);
    }

    @Test
    void noise_isToldWithoutAndWith_whateverIsAsked() throws IOException {
        put(
                Sample.review(1).sentiment(SentimentLabel.POSITIVE).keywords("香"),
                Sample.review(2)
                        .sentiment(SentimentLabel.POSITIVE)
                        .keywords("香")
                        .noise(NoiseType.DEFAULT));
        put(
                Sample.review(3).sentiment(SentimentLabel.NEGATIVE).keywords("香", "苦"),
                Sample.review(4).sentiment(SentimentLabel.MIXED).keywords("苦").noise(NoiseType.FILLER));
        NoiseCounts both = new NoiseCounts(new StanceCounts(1, 1, 0, 0, 0), new StanceCounts(2, 1, 0, 1, 0));
        for (Noise noise : Noise.values()) {
            Selection asked = all("").with(Filter.NONE.with(noise));
            long n = noise == Noise.INCLUDE ? 4 : 2;
            SentimentCounts trend = now().sentiment(asked, Interval.DAY, null, 1);
            assertThat(trend.noise()).isEqualTo(both);
            assertThat(trend.buckets()).extracting(SentimentBucket::n).containsExactly(n);
            TermCounts terms = now().terms(asked, Interval.DAY, List.of("好"));
            assertThat(terms.noise()).isEqualTo(both);
            assertThat(terms.buckets()).extracting(TermBucket::of).containsExactly(n);
            ContrastCounts words = now().contrast(Dimension.KEYWORD, asked, asked, 1);
            assertThat(words.noise()).isEqualTo(both);
            assertThat(words.windowReviews()).isEqualTo(n);
            assertThat(words.baselineReviews()).isEqualTo(n);
            long bitter = noise == Noise.INCLUDE ? 2 : 1;
            assertThat(words.counts())
                    .containsExactlyInAnyOrder(
                            new ContrastCounts.Count(
                                    "香",
                                    n == 4 ? 3 : noise == Noise.ONLY ? 1 : 2,
                                    n == 4 ? 3 : noise == Noise.ONLY ? 1 : 2,
                                    2,
                                    3),
                            new ContrastCounts.Count("苦", bitter, bitter, 1, 2));
        }
    }

    @Test
    void trend_withoutPeriod_runsFromTheFirstToTheLastReviewOfTheSelection() throws IOException {
        put(
                Sample.review(1).brand("旧").at("2001-03-01T04:00:00Z"),
                Sample.review(2).at("2026-03-01T04:00:00Z"),
                Sample.review(3).at("2026-03-04T04:00:00Z"),
                Sample.review(4).at("2026-03-05T04:00:00Z").noise(NoiseType.DEFAULT));
        put(Sample.review(5).brand("旧").at("2026-03-09T04:00:00Z"));
        Selection recent = all("").with(Filter.NONE.with(Dimension.BRAND, Set.of("甲")));
        for (Interval interval : List.of(Interval.MONTH, Interval.DAY)) {
            List<SentimentBucket> trend =
                    now().sentiment(recent, interval, null, 1).buckets();
            assertThat(trend)
                    .extracting(SentimentBucket::n)
                    .containsExactly(interval == Interval.DAY ? new Long[] {1L, 0L, 0L, 1L} : new Long[] {2L});
            assertThat(now().terms(recent, interval, List.of("好")).buckets()).hasSameSizeAs(trend);
        }
    }

    @Test
    void sentiment_evidenceIsNewestOverSegments_andGroupsAreTheLargest() throws IOException {
        for (int i = 0; i < 9; i++) {
            put(Sample.review(i).at(Instant.parse("2026-03-01T00:00:00Z").plusSeconds(i)));
        }
        put(Sample.review(20).brand("乙"));
        List<SentimentBucket> buckets =
                now().sentiment(all(""), Interval.MONTH, Dimension.BRAND, 1).buckets();
        assertThat(buckets).singleElement().satisfies(bucket -> {
            assertThat(bucket.group()).isEqualTo("甲");
            assertThat(bucket.evidence()).containsExactly(8L, 7L, 6L, 5L, 4L);
            assertThat(bucket.start()).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
        });
    }

    @Test
    void sentiment_tooManyBucketsAreRefused() throws IOException {
        put(Sample.review(1));
        Period century = new Period(Instant.parse("1926-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"));
        for (Period period : List.of(century, new Period(Instant.MIN, Instant.MAX))) {
            assertThatThrownBy(() -> now().sentiment(all("").during(period), Interval.DAY, null, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1000 buckets");
        }
    }

    @Test
    void emptyIndex_answersNothing() throws IOException {
        assertThat(page(all("好")).total()).isZero();
        assertThat(now().sentiment(all(""), Interval.DAY, null, 1).buckets()).isEmpty();
        assertThat(now().sentiment(all(""), Interval.DAY, null, 1).noise())
                .isEqualTo(new NoiseCounts(new StanceCounts(0, 0, 0, 0, 0), new StanceCounts(0, 0, 0, 0, 0)));
        assertThat(now().contrast(Dimension.KEYWORD, all(""), all(""), 1).counts())
                .isEmpty();
        assertThat(now().quotes(all(""), Dimension.KEYWORD, "好", 5))
                .extracting(Quote::id)
                .isEmpty();
    }

    @Test
    void terms_countPhrasesByPeriod() throws IOException {
        put(
                Sample.review(1).text("口感辛辣").at("2026-03-01T10:00:00Z"),
                Sample.review(2).text("口感好").at("2026-03-01T11:00:00Z"),
                Sample.review(3).text("太辛辣").at("2026-03-03T10:00:00Z"));
        assertThat(now().terms(all(""), Interval.DAY, List.of("辛辣", "无")).buckets())
                .extracting(TermBucket::term, TermBucket::n, TermBucket::of, TermBucket::evidence)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("辛辣", 1L, 2L, List.of(1L)),
                        org.assertj.core.groups.Tuple.tuple("辛辣", 0L, 0L, List.of()),
                        org.assertj.core.groups.Tuple.tuple("辛辣", 1L, 1L, List.of(3L)),
                        org.assertj.core.groups.Tuple.tuple("无", 0L, 2L, List.of()),
                        org.assertj.core.groups.Tuple.tuple("无", 0L, 0L, List.of()),
                        org.assertj.core.groups.Tuple.tuple("无", 0L, 1L, List.of()));
    }

    @Test
    void hugeValuesAndOddTexts_areTaken() throws IOException {
        String word = "a".repeat(100_000);
        put(
                Sample.review(1).text(word).brand("牌".repeat(50_000)).keywords("词".repeat(50_000)),
                Sample.review(2).text("坏\uD800代\0理"),
                Sample.review(3).text(""));
        assertThat(index.size()).isEqualTo(3);
        assertThat(ids("a".repeat(640))).containsExactly(1L);
        assertThat(ids("坏")).containsExactly(2L);
        assertThat(ids(all("").with(Filter.NONE.with(Dimension.BRAND, Set.of("牌".repeat(50_000))))))
                .containsExactly(1L);
    }

    @Test
    void snapshot_staysAsItWas() throws IOException {
        put(Sample.review(1));
        ReviewSnapshot before = now();
        put(Sample.review(2));
        assertThat(before.size()).isEqualTo(1);
        assertThat(before.position()).isEqualTo(new Position(1, 1));
        assertThat(before.settled()).isTrue();
        assertThat(now().size()).isEqualTo(2);
        assertThat(now().position()).isEqualTo(new Position(2, 2));
    }

    @Test
    void snapshot_putButNotShown_isNotInThePosition() throws IOException {
        put(Sample.review(1));
        index.put(List.of(Sample.review(2).change()));
        assertThat(now().position()).isEqualTo(new Position(1, 1));
    }

    @Test
    void snapshot_toldToStop_givesUp() throws IOException {
        put(Sample.review(1));
        try (ReviewSnapshot stopped = index.snapshot(() -> true)) {
            assertThatThrownBy(() -> stopped.noise(all(""))).isInstanceOf(Stopped.class);
        }
    }

    @Test
    void pipelines_areThoseOfTheSelection() throws IOException {
        put(
                Sample.review(1).brand("甲").pipeline("a"),
                Sample.review(2).brand("乙").pipeline("b"));
        assertThat(now().pipelines(all(""))).containsExactly("a", "b");
        assertThat(now().pipelines(all("brand:乙"))).containsExactly("b");
        assertThat(now().pipelines(all("brand:丙"))).isEmpty();
    }

    @Test
    void tally_countsAsOneWouldByHand() throws IOException {
        long seed = System.nanoTime();
        System.err.println("tally_countsAsOneWouldByHand seed " + seed);
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 600; i++) samples.add(randomSample(random, i));
        // several segments, so that numbers of values must be brought together
        for (int i = 0; i < 600; i += 200) put(samples.subList(i, i + 200).toArray(Sample[]::new));

        Map<String, Long> expected = new HashMap<>();
        for (Sample sample : samples) {
            AnalysedReview analysed = sample.analysed();
            if (!analysed.analysis().noise().isEmpty()) continue;
            long days = java.time.Duration.between(
                            Instant.parse("2026-03-01T00:00:00+08:00"),
                            analysed.review().writtenAt())
                    .toDays();
            for (String aspect : List.of("taste", "packaging")) {
                String label = label(analysed, aspect);
                if (label == null) continue;
                String key = analysed.review().region() + "|" + aspect + "|" + days + "|" + label;
                expected.merge(key, 1L, Long::sum);
            }
        }

        Tally tally = now().tally(
                        all("").during(MARCH),
                        Tally.By.all(Dimension.REGION, Dimension.ASPECT).per(Interval.DAY));
        Map<String, Long> counted = new HashMap<>();
        for (Tally.Cell cell : tally.cells()) {
            if (cell.value(1).isEmpty()) continue;
            String key = cell.value(0) + "|" + cell.value(1) + "|" + cell.period() + "|";
            put(counted, key + "positive", cell.stances().positive());
            put(counted, key + "negative", cell.stances().negative());
            put(counted, key + "neutral", cell.stances().neutral());
            put(counted, key + "mixed", cell.stances().mixed());
        }
        assertThat(counted).as("seed %d", seed).isEqualTo(expected);
        assertThat(tally.starts()).hasSize(31);
    }

    private static final Period MARCH =
            new Period(Instant.parse("2026-03-01T00:00:00+08:00"), Instant.parse("2026-04-01T00:00:00+08:00"));

    private static void put(Map<String, Long> counts, String key, long n) {
        if (n > 0) counts.put(key, n);
    }

    private static @Nullable String label(AnalysedReview analysed, String aspect) {
        Set<Polarity> polarities = analysed.analysis().opinions().stream()
                .filter(opinion -> opinion.aspect().equals(aspect))
                .map(opinion -> opinion.polarity())
                .collect(java.util.stream.Collectors.toSet());
        if (polarities.isEmpty()) return null;
        boolean good = polarities.contains(Polarity.POSITIVE);
        boolean bad = polarities.contains(Polarity.NEGATIVE);
        return good && bad ? "mixed" : good ? "positive" : bad ? "negative" : "neutral";
    }

    private static Sample randomSample(Random random, int id) {
        Sample sample = Sample.review(id)
                .region(List.of("四川", "河南", "江苏").get(random.nextInt(3)))
                .rating(1 + random.nextInt(5))
                .at(MARCH.from().plusSeconds(random.nextInt(31 * 86_400)));
        for (int i = random.nextInt(4); i > 0; i--) {
            String aspect = random.nextBoolean() ? "taste" : "packaging";
            List<Polarity> polarities = List.of(Polarity.values());
            sample = sample.opinion(aspect, aspect, polarities.get(random.nextInt(polarities.size())));
        }
        return random.nextInt(10) == 0 ? sample.noise(NoiseType.FILLER) : sample;
    }

    @Test
    void tally_givenValuesAndRatings() throws IOException {
        put(
                Sample.review(1).region("四川").rating(2).sentiment(SentimentLabel.NEGATIVE),
                Sample.review(2).region("四川").rating(5).sentiment(SentimentLabel.POSITIVE),
                Sample.review(3).region("河南").rating(3),
                Sample.review(4).region("").rating(4));
        Tally.Axis axis = new Tally.Axis(Dimension.REGION, List.of("四川", ""));
        Tally tally = now().tally(all(""), new Tally.By(List.of(axis), null, 10));
        assertThat(tally.starts()).isEmpty();
        assertThat(tally.cells())
                .containsExactlyInAnyOrder(
                        new Tally.Cell(List.of("四川"), 0, new StanceCounts(1, 1, 0, 0, 0), 2, 7, 29),
                        new Tally.Cell(List.of(""), 0, new StanceCounts(0, 0, 1, 0, 0), 1, 4, 16));
    }

    @Test
    void tally_tooFine_saysSo() throws IOException {
        put(Sample.review(1).region("四川"), Sample.review(2).region("河南"));
        Tally.By by = new Tally.By(List.of(Tally.Axis.all(Dimension.REGION)), null, 1);
        ReviewSnapshot now = now();
        assertThatThrownBy(() -> now.tally(all(""), by))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 1 cells");
        assertThat(now.tally(all(""), new Tally.By(List.of(), null, 1)).cells())
                .singleElement()
                .satisfies(cell -> assertThat(cell.n()).isEqualTo(2));
    }

    @Test
    void moments_areSumsOverSignedAspects() throws IOException {
        put(
                Sample.review(1)
                        .rating(5)
                        .opinion("taste", "口感", Polarity.POSITIVE)
                        .opinion("packaging", "包装", Polarity.NEGATIVE),
                Sample.review(2).rating(1).opinion("taste", "口感", Polarity.NEGATIVE),
                Sample.review(3).rating(3));
        AspectMoments moments = now().moments(all(""), AspectMoments.Outcome.RATING, 5);
        assertThat(moments)
                .isEqualTo(new AspectMoments(
                        List.of("taste", "packaging"),
                        3,
                        List.of(0L, -1L),
                        List.of(List.of(2L, -1L), List.of(-1L, 1L)),
                        List.of(4L, -5L),
                        9,
                        35));
    }

    @Test
    void quotes_showTheNewestAndTheirPlace() throws IOException {
        put(
                Sample.review(1)
                        .at("2026-03-01T00:00:00Z")
                        .text("味道好。瓶口漏酒，太差")
                        .opinion("packaging", "包装", Polarity.NEGATIVE, "漏酒")
                        .keywords("漏酒"),
                Sample.review(2).at("2026-03-02T00:00:00Z").text("希望出小瓶装。").need("希望出小瓶装"),
                Sample.review(3)
                        .at("2026-03-03T00:00:00Z")
                        .text("比北垛好喝")
                        .comparison("北垛", "taste", huisheng.review.Outcome.WIN));
        ReviewSnapshot now = now();
        Quote leak = new Quote(1, 6, 8, "瓶口漏酒，太差");
        assertThat(now.quotes(all(""), Dimension.ASPECT_OPINION, "packaging:漏酒", 5))
                .containsExactly(leak);
        assertThat(now.quotes(all(""), Dimension.ASPECT_POLARITY, "packaging:negative", 5))
                .containsExactly(leak);
        assertThat(now.quotes(all(""), Dimension.KEYWORD, "漏酒", 5)).containsExactly(leak);
        assertThat(now.quotes(all(""), Dimension.NEED, "希望出小瓶装", 5)).containsExactly(new Quote(2, 0, 6, "希望出小瓶装"));
        Quote won = new Quote(3, 0, 5, "比北垛好喝");
        assertThat(now.quotes(all(""), Dimension.COMPARISON, "北垛:taste:win", 5)).containsExactly(won);
        assertThat(now.quotes(all(""), Dimension.COMPETITOR, "北垛", 5)).containsExactly(won);
        assertThat(now.quotes(all(""), null, "", 2)).extracting(Quote::id).containsExactly(3L, 2L);
    }

    @Test
    void voices_haveTheValuesAskedFor() throws IOException {
        put(
                Sample.review(1)
                        .at("2026-03-01T00:00:00Z")
                        .text("味道好。瓶口漏酒，太差")
                        .opinion("packaging", "包装", Polarity.NEGATIVE, "漏酒")
                        .opinion("taste", "味道", Polarity.POSITIVE, "好"),
                Sample.review(2).at("2026-03-02T00:00:00Z").text("希望出小瓶装").need("希望出小瓶装"),
                Sample.review(3).at("2026-03-02T00:00:00Z").author(null, null, "female", 9),
                Sample.review(4).at("2026-03-03T00:00:00Z").noise(NoiseType.FILLER));
        put(Sample.review(5).at("2026-03-02T12:00:00Z").region("江苏").text("要礼盒").need("要礼盒"));
        List<Dimension> dimensions = List.of(Dimension.NEED, Dimension.GENDER, Dimension.ASPECT_POLARITY);
        Voices all = now().voices(all(""), new Voices.Of(Map.of(), dimensions, List.of(), 9));
        assertThat(all.total()).isEqualTo(4);
        assertThat(all.sample())
                .containsExactly(
                        new Voices.Voice(5, Map.of(Dimension.NEED, List.of("要礼盒")), List.of()),
                        new Voices.Voice(3, Map.of(Dimension.GENDER, List.of("female")), List.of()),
                        new Voices.Voice(2, Map.of(Dimension.NEED, List.of("希望出小瓶装")), List.of()),
                        new Voices.Voice(
                                1,
                                Map.of(Dimension.ASPECT_POLARITY, List.of("packaging:negative", "taste:positive")),
                                List.of()));
        Map<Dimension, Set<String>> having =
                Map.of(Dimension.NEED, Set.of(), Dimension.ASPECT_POLARITY, Set.of("packaging:negative", "taste:none"));
        Voices some = now().voices(
                        all("-region:江苏"), new Voices.Of(having, dimensions, List.of(Dimension.ASPECT_POLARITY), 9));
        assertThat(some.sample()).extracting(Voices.Voice::id).containsExactly(2L, 1L);
        Voices.Voice leak = some.sample().getLast();
        assertThat(leak.of(Dimension.ASPECT_POLARITY)).containsExactly("packaging:negative", "taste:positive");
        assertThat(leak.passages())
                .containsExactly(
                        new Voices.Passage(Dimension.ASPECT_POLARITY, "packaging:negative", new Quote(1, 6, 8, "瓶口漏酒")),
                        new Voices.Passage(Dimension.ASPECT_POLARITY, "taste:positive", new Quote(1, 2, 3, "味道好")));
    }

    @Test
    void voices_overSegments_areThoseOfBruteForce() throws IOException {
        long seed = 4;
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Sample sample =
                    Sample.review(i).at(Instant.parse("2026-03-01T00:00:00Z").plusSeconds(random.nextInt(90)));
            samples.add(random.nextBoolean() ? sample.keywords("词" + i % 3) : sample);
            if (i % 60 == 59) put(samples.subList(i - 59, i + 1).toArray(Sample[]::new));
        }
        List<AnalysedReview> asked = samples.stream()
                .map(Sample::analysed)
                .filter(a -> a.analysis().keywords().stream().anyMatch(word -> !word.equals("词2")))
                .sorted(Comparator.comparing((AnalysedReview a) -> a.review().writtenAt())
                        .thenComparingLong(AnalysedReview::id)
                        .reversed())
                .toList();
        Set<Long> smaller = Set.of();
        for (int limit : new int[] {1, 7, 60, 299}) {
            Voices.Of of = new Voices.Of(
                    Map.of(Dimension.KEYWORD, Set.of("词0", "词1")), List.of(Dimension.KEYWORD), List.of(), limit);
            Voices voices = now().voices(all(""), of);
            assertThat(voices.total()).as("seed %d", seed).isEqualTo(asked.size());
            Set<Long> ids = voices.sample().stream().map(Voices.Voice::id).collect(Collectors.toSet());
            assertThat(voices.sample())
                    .as("seed %d", seed)
                    .hasSize(Math.min(limit, asked.size()))
                    .extracting(Voices.Voice::id)
                    .containsExactlyElementsOf(asked.stream()
                            .map(AnalysedReview::id)
                            .filter(ids::contains)
                            .toList());
            assertThat(ids).as("a larger sample holds the smaller one").containsAll(smaller);
            smaller = ids;
        }
    }

    @Test
    void voices_ofMoreThanAreAskedFor_areSpreadOverThePeriod() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            samples.add(
                    Sample.review(i).at(Instant.parse("2026-03-01T00:00:00Z").plusSeconds(i)));
        }
        for (int i = 0; i < 10_000; i += 2_500)
            put(samples.subList(i, i + 2_500).toArray(Sample[]::new));
        List<Long> drawn = now().voices(all(""), new Voices.Of(Map.of(), List.of(), List.of(), 1_000)).sample().stream()
                .map(Voices.Voice::id)
                .toList();
        assertThat(drawn).hasSize(1_000);
        for (int tenth = 0; tenth < 10; tenth++) {
            int from = tenth * 1_000;
            // four standard deviations of the hypergeometric distribution with mean 100
            assertThat(drawn.stream().filter(id -> id >= from && id < from + 1_000))
                    .as("ids from %d", from)
                    .hasSizeBetween(64, 136);
        }
    }

    @Test
    void dimensions_ofPersonasAndFollowups() throws IOException {
        put(
                Sample.review(1).author("V1", "25-34", "female", 0),
                Sample.review(2).author("V1", "25-34", "female", 2),
                Sample.review(3)
                        .author("V1", "25-34", "female", 9)
                        .followup(huisheng.review.FollowupOutcome.REVERSED, 12));
        assertThat(ids("buyer:first")).containsExactly(1L);
        assertThat(ids("buyer:repeat")).containsExactly(2L);
        assertThat(ids("buyer:loyal")).containsExactly(3L);
        assertThat(ids("followup:reversed")).containsExactly(3L);
        assertThat(ids("followupDays:12")).containsExactly(3L);
    }
}
