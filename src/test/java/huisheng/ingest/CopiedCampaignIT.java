package huisheng.ingest;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import huisheng.demo.DemoCorpus;
import huisheng.index.IndexSettings;
import huisheng.index.Interval;
import huisheng.index.LuceneReviewIndex;
import huisheng.index.ReviewIndex;
import huisheng.index.ReviewSearch;
import huisheng.index.Stop;
import huisheng.insight.Copies;
import huisheng.insight.Insights;
import huisheng.insight.SentimentTrend;
import huisheng.insight.Stance;
import huisheng.review.Change;
import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Noise;
import huisheng.review.NoiseType;
import huisheng.review.Period;
import huisheng.review.Position;
import huisheng.review.Review;
import huisheng.review.Scope;
import huisheng.review.Selection;
import huisheng.store.AnalysisQueue;
import huisheng.store.ChangeFeed;
import huisheng.store.CopyWindow;
import huisheng.store.Database;
import huisheng.store.EmbeddedDatabases;
import huisheng.store.NewReview;
import huisheng.store.ReviewTable;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The planted campaign of the demo corpus, from the store to the trend. */
class CopiedCampaignIT {
    private static final int BATCH = 500;
    private static final LocalDate LAST = LocalDate.of(2026, 11, 23);
    private final Vertx vertx = Vertx.vertx();

    @Test
    void follower_demoCorpus_findsThePlantedCampaignAndNothingElse(@TempDir Path folder) throws Exception {
        DemoCorpus corpus = DemoCorpus.write(Path.of("corpora/demo"), DemoCorpus.SEED, DemoCorpus.REVIEWS, LAST, true);
        Set<String> planted = new HashSet<>();
        corpus.truth().event("copied-praise").allIds().forEach(planted::add);
        Database database = EmbeddedDatabases.open(vertx);
        try (ReviewIndex index =
                LuceneReviewIndex.open(new IndexSettings(folder, 16), await(new ChangeFeed(database).installation()))) {
            save(database, corpus.reviews());
            save(database, corpus.edits());
            run(database, index);
            Set<String> found = flagged(database);
            Set<String> hits = new HashSet<>(found);
            hits.retainAll(planted);
            System.out.printf(
                    "copied campaign: %d planted, %d flagged, precision %.3f, recall %.3f%n",
                    planted.size(),
                    found.size(),
                    hits.size() / (double) found.size(),
                    hits.size() / (double) planted.size());
            assertThat(hits.size() / (double) planted.size()).as("recall").isGreaterThanOrEqualTo(0.98);
            assertThat(hits.size() / (double) found.size()).as("precision").isGreaterThanOrEqualTo(0.98);
            assertTrends(index, found.size());
            assertForensics(index, hits.size());
        } finally {
            await(database.close());
            await(vertx.close());
        }
    }

    private static void assertTrends(ReviewIndex index, int copies) throws Exception {
        Filter campaign = Filter.NONE
                .with(Dimension.NOISE, Set.of(NoiseType.DUPLICATE.label()))
                .with(Noise.ONLY);
        Selection selection = new Selection(Scope.ALL, campaign);
        ReviewSearch search = new ReviewSearch(selection, ReviewSearch.Order.NEWEST, 1, null, List.of());
        assertThat(index.ask(now -> now.search(search)).total()).isEqualTo(copies);
        Selection product = new Selection(Scope.ALL, Filter.NONE.with(Dimension.PRODUCT, Set.of("YL-V15")));
        SentimentTrend.Answer trend = new SentimentTrend(index).ask(product, Interval.MONTH, null, 1);
        long counted =
                trend.points().stream().mapToLong(point -> point.stance().n()).sum();
        assertThat(counted).isEqualTo(trend.noise().without().n());
        assertThat(trend.noise().with().n()).isGreaterThanOrEqualTo(counted + copies);
    }

    /** Days 60 to 62 of 180, five stars for one product, each by a writer of his own. */
    private static void assertForensics(ReviewIndex index, int copies) throws Exception {
        Instant first = LAST.minusDays(179).atStartOfDay(Interval.ZONE).toInstant();
        Instant end = LAST.plusDays(1).atStartOfDay(Interval.ZONE).toInstant();
        Selection all = new Selection(Scope.ALL, Filter.NONE.during(new Period(first, end)));
        Clock clock = Clock.fixed(end, Interval.ZONE);
        Copies.Answer answer = (Copies.Answer) new Insights(index, aspect -> aspect, clock)
                .ask(new Copies(), all, Map.of(), Stop.NEVER)
                .answer();
        System.out.println(
                "copied campaign: " + answer.findings().getFirst().says().zh());
        assertThat(answer.ungrouped()).isZero();
        Copies.Campaign campaign = answer.largest().getFirst();
        assertThat(campaign.n()).isGreaterThanOrEqualTo((long) (0.9 * copies));
        assertThat((long) campaign.authors()).isEqualTo(campaign.n());
        assertThat(campaign.text()).contains("喝过最好的酒");
        assertThat(campaign.products())
                .first()
                .satisfies(product -> assertThat(product.value()).isEqualTo("YL-V15"));
        assertThat(campaign.channels()).extracting(Copies.Count::value).containsOnly("taobao", "jd");
        assertThat(campaign.first()).isEqualTo(first.plus(Duration.ofDays(60)));
        assertThat(campaign.last()).isEqualTo(first.plus(Duration.ofDays(62)));
        assertThat(campaign.peakN()).isGreaterThan(40);
        Stance without = campaign.effect().without();
        Stance with = campaign.effect().with();
        assertThat(with.n()).isEqualTo(without.n() + campaign.n());
        assertThat(with.net()).isNotNull().isGreaterThan(0.9);
    }

    private static void save(Database database, List<Review> reviews) {
        ReviewTable table = new ReviewTable(database);
        for (int from = 0; from < reviews.size(); from += BATCH) {
            List<NewReview> batch = reviews.subList(from, Math.min(reviews.size(), from + BATCH)).stream()
                    .map(review -> new NewReview(review, List.of()))
                    .toList();
            assertThat(await(table.save(batch))).hasSize(batch.size());
        }
    }

    /** The three followers of the service, until nothing is left for them. */
    private void run(Database database, ReviewIndex index) throws Exception {
        AnalysisQueue queue = new AnalysisQueue(database);
        ChangeFeed feed = new ChangeFeed(database);
        Pipeline pipeline = PipelineFactory.load(Path.of(""), "baijiu");
        AnalysisWorker worker = new AnalysisWorker(vertx, queue, () -> pipeline, 2, BATCH, () -> 0);
        CopyFollower copies = new CopyFollower(vertx, new CopyWindow(database), () -> false);
        IndexFollower indexing = new IndexFollower(vertx, feed, index, Duration.ofSeconds(5), batch -> {});
        worker.start();
        copies.start();
        indexing.start();
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (await(queue.backlog()) > 0 || copiesLag(database) > 0 || await(feed.lag(indexing.position())) > 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(200_000_000);
        }
        await(worker.stop().compose(v -> copies.stop()).compose(v -> indexing.stop()));
    }

    private static long copiesLag(Database database) {
        String position = await(database.pool()
                        .query("SELECT coalesce(max(position), '0:0') AS position FROM follower")
                        .execute())
                .iterator()
                .next()
                .getString("position");
        return await(new ChangeFeed(database).lag(Position.parse(position)));
    }

    private static Set<String> flagged(Database database) {
        Set<String> flagged = new HashSet<>();
        ChangeFeed feed = new ChangeFeed(database);
        List<Change> changes = await(feed.readAfter(Position.START, 1_000));
        while (!changes.isEmpty()) {
            for (Change change : changes) {
                var analysed = change.analysed();
                if (analysed != null && analysed.analysis().noise().contains(NoiseType.DUPLICATE)) {
                    flagged.add(analysed.review().channel() + "/"
                            + analysed.review().externalId());
                }
            }
            changes = await(feed.readAfter(changes.getLast().position(), 1_000));
        }
        return flagged;
    }
}
