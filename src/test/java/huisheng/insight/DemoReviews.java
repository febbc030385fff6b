package huisheng.insight;

import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import huisheng.demo.DemoCorpus;
import huisheng.index.IndexSettings;
import huisheng.index.LuceneReviewIndex;
import huisheng.index.ReviewIndex;
import huisheng.index.Stop;
import huisheng.ingest.StoredRequest;
import huisheng.insight.ask.Question;
import huisheng.review.AnalysedReview;
import huisheng.review.Analysis;
import huisheng.review.Change;
import huisheng.review.Filter;
import huisheng.review.Period;
import huisheng.review.Position;
import huisheng.review.Review;
import huisheng.review.Scope;
import huisheng.review.Selection;
import huisheng.review.StoredReview;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The demo corpus as the pipeline reads it, in an index of its own: what a question says of known events. Copies are not
 * flagged here, because they are found by the store.
 */
public final class DemoReviews implements AutoCloseable {
    private static final LocalDate LAST = LocalDate.of(2026, 11, 23);
    private static final Instant FIRST =
            LAST.minusDays(179).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
    private static final int BATCH = 100;
    private static @Nullable Pipeline pipeline;
    private static @Nullable List<AnalysedReview> events;

    private final Path folder;
    private final ReviewIndex index;
    private final List<AnalysedReview> reviews;

    private DemoReviews(List<AnalysedReview> reviews) throws IOException {
        this.reviews = reviews;
        this.folder = Files.createTempDirectory("demo");
        this.index = LuceneReviewIndex.open(IndexSettings.in(folder), new UUID(0, 1));
        List<Change> changes = new ArrayList<>(reviews.size());
        for (AnalysedReview review : reviews) {
            changes.add(new Change(new Position(1, review.id()), review.id(), review));
        }
        index.put(changes);
        index.refresh();
    }

    /** With the planted events; read once in a JVM. */
    public static synchronized DemoReviews withEvents() throws IOException {
        if (events == null) events = read(DemoCorpus.SEED, DemoCorpus.REVIEWS, true);
        return new DemoReviews(events);
    }

    /** In which nothing happens. */
    public static DemoReviews quiet(long seed, int reviews) throws IOException {
        return new DemoReviews(read(seed, reviews, false));
    }

    /** The same, each review under a label drawn by lot: what differs between {@code A} and {@code B} is chance. */
    public static DemoReviews drawn(long seed, int reviews) throws IOException {
        Random random = new Random(seed);
        return new DemoReviews(read(seed, reviews, false).stream()
                .map(read -> labelled(read, random.nextBoolean() ? "A" : "B"))
                .toList());
    }

    private static AnalysedReview labelled(AnalysedReview read, String variant) {
        StoredReview stored = read.stored();
        Review told = stored.review();
        Review review = new Review(
                told.channel(),
                told.externalId(),
                told.kind(),
                told.parent(),
                told.brand(),
                told.product(),
                told.productName(),
                told.store(),
                told.region(),
                told.author(),
                told.rating(),
                told.text(),
                told.language(),
                told.writtenAt(),
                told.likes(),
                told.url(),
                variant,
                told.attributes());
        return new AnalysedReview(
                new StoredReview(
                        stored.id(),
                        stored.version(),
                        stored.receivedAt(),
                        review,
                        stored.pii(),
                        stored.initialText(),
                        stored.initialAt()),
                read.analysis());
    }

    private static List<AnalysedReview> read(long seed, int reviews, boolean withEvents) throws IOException {
        DemoCorpus corpus = DemoCorpus.write(Path.of("corpora/demo"), seed, reviews, LAST, withEvents);
        Map<String, Review> byId = new HashMap<>();
        for (Review review : corpus.reviews()) byId.put(review.channel() + "/" + review.externalId(), review);
        List<StoredReview> stored = new ArrayList<>();
        for (Review review : corpus.reviews()) stored.add(stored(stored.size() + 1L, review, byId));
        Pipeline reader = pipeline();
        return IntStream.range(0, (stored.size() + BATCH - 1) / BATCH)
                .parallel()
                .mapToObj(i -> stored.subList(i * BATCH, Math.min(stored.size(), (i + 1) * BATCH)))
                .flatMap(batch -> {
                    List<Analysis> analyses =
                            reader.analyse(batch.stream().map(StoredRequest::of).toList());
                    return IntStream.range(0, batch.size())
                            .mapToObj(i -> new AnalysedReview(batch.get(i), analyses.get(i)));
                })
                .toList();
    }

    private static StoredReview stored(long id, Review review, Map<String, Review> byId) {
        Review parent = review.parent() == null ? null : byId.get(review.channel() + "/" + review.parent());
        return new StoredReview(
                id,
                1,
                review.writtenAt(),
                review,
                List.of(),
                parent == null ? null : parent.text(),
                parent == null ? null : parent.writtenAt());
    }

    private static synchronized Pipeline pipeline() {
        try {
            if (pipeline == null) pipeline = PipelineFactory.load(Path.of(""), "baijiu");
            return pipeline;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Days of the corpus, 0 to 179, as its truth counts them: {@code from} is the first, {@code until} after the last. */
    public static Period days(int from, int until) {
        return new Period(FIRST.plusSeconds(from * 86_400L), FIRST.plusSeconds(until * 86_400L));
    }

    public static Selection all(Period period) {
        return new Selection(Scope.ALL, Filter.NONE.during(period));
    }

    /** Which day of the corpus an instant belongs to. */
    public static int day(Instant time) {
        return (int) Math.floorDiv(time.getEpochSecond() - FIRST.getEpochSecond(), 86_400L);
    }

    /** @param given names and values of parameters in turn */
    public <T> T answer(Class<T> type, Question question, Selection selection, String... given) throws IOException {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < given.length; i += 2) parameters.put(given[i], given[i + 1]);
        Clock clock = Clock.fixed(days(0, 180).until(), ZoneId.of("Asia/Shanghai"));
        Insights insights = new Insights(index, aspect -> aspect, clock);
        return type.cast(
                insights.ask(question, selection, parameters, Stop.NEVER).answer());
    }

    public ReviewIndex index() {
        return index;
    }

    /** By time of writing. */
    public List<AnalysedReview> reviews() {
        return reviews;
    }

    @Override
    public void close() throws IOException {
        index.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
