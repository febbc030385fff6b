package huisheng.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import huisheng.access.Principal;
import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Pipeline;
import huisheng.index.ReviewIndex;
import huisheng.index.ReviewSearch;
import huisheng.index.SearchPage;
import huisheng.insight.Insights;
import huisheng.insight.KeywordTrend;
import huisheng.insight.Keywords;
import huisheng.insight.ReviewSearchQuestion;
import huisheng.insight.SentimentTrend;
import huisheng.insight.ask.Instants;
import huisheng.insight.report.ReportMaker;
import huisheng.json.Json;
import huisheng.privacy.Masked;
import huisheng.privacy.Masker;
import huisheng.review.Analysis;
import huisheng.review.Correction;
import huisheng.review.Dimension;
import huisheng.review.Period;
import huisheng.review.Review;
import huisheng.review.Scope;
import huisheng.review.Selection;
import huisheng.store.OldVersion;
import huisheng.store.ReviewReader;
import huisheng.store.ReviewState;
import huisheng.store.SubjectReview;
import huisheng.store.Subjects;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the questions of the interface to index, store and pipeline, off the event loop. */
public final class Answers implements Reads {
    private static final Duration DEFAULT_WINDOW = Duration.ofDays(30);
    private static final int THREADS = 4;
    private static final int MAX_WAITING = 256;

    private final ReviewReader reader;
    private final Subjects subjects;
    private final Supplier<Pipeline> pipeline;
    private final Masker masker = new Masker();
    private final ReviewSearchQuestion search;
    private final SentimentTrend sentiment;
    private final KeywordTrend keywordTrend;
    private final Keywords keywords;
    private final Supplier<Map<String, String>> aspects;
    private final Insights insights;
    private final ReportMaker reports;
    private final WorkerExecutor threads;
    /** Questions that are being answered or wait for a thread. */
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param aspects names by id, as the pack in use has them */
    public Answers(
            Vertx vertx,
            ReviewIndex index,
            ReviewReader reader,
            Subjects subjects,
            Supplier<Pipeline> pipeline,
            Supplier<Map<String, String>> aspects) {
        this.reader = reader;
        this.subjects = subjects;
        this.pipeline = pipeline;
        this.aspects = aspects;
        this.search = new ReviewSearchQuestion(index);
        this.sentiment = new SentimentTrend(index);
        this.keywordTrend = new KeywordTrend(index);
        this.keywords = new Keywords(index);
        this.insights = new Insights(index, id -> aspects.get().getOrDefault(id, id), Clock.systemUTC());
        this.reports = new ReportMaker(insights, index);
        this.threads = vertx.createSharedWorkerExecutor("answers", THREADS, 30, TimeUnit.SECONDS);
    }

    /**
     * A page with what is shown of each review.
     *
     * @param cursor for the next page, null after the last
     */
    record Page(long total, List<Hit> hits, @Nullable String cursor, Map<Dimension, List<SearchPage.Facet>> facets) {}

    /** A review found. */
    record Hit(
            long id,
            double score,
            List<SearchPage.Span> highlights,
            Review review,
            @Nullable Analysis analysis,
            @Nullable Origin correction) {}

    /**
     * Which labels of an analysis a person gave; the others are its pipeline's.
     *
     * @param fields of the analysis
     */
    record Origin(String by, Instant at, List<String> fields) {
        static @Nullable Origin of(ReviewState state) {
            Correction correction = state.correction();
            if (correction == null) return null;
            List<String> fields = new ArrayList<>();
            Json.MAPPER
                    .<ObjectNode>valueToTree(correction.labels())
                    .fieldNames()
                    .forEachRemaining(fields::add);
            return new Origin(correction.by(), correction.at(), fields);
        }
    }

    /**
     * Everything about one review.
     *
     * @param initialText of the review that this one follows up
     * @param followups 追评, oldest first
     * @param history earlier texts, newest first
     */
    record Document(
            long id,
            int version,
            Instant receivedAt,
            Review review,
            @Nullable Analysis analysis,
            @Nullable Origin correction,
            @Nullable String initialText,
            List<ReviewState> followups,
            List<OldVersion> history) {}

    /** What is kept about one writer. */
    record SubjectExport(String author, List<SubjectReview> reviews) {}

    /** How many reviews of a writer were erased. */
    record Erasure(String author, int erased) {}

    @Override
    public Future<?> search(ReviewSearch question) {
        return read(() -> search.ask(question))
                .compose(page -> bodies(question.selection().scope(), page));
    }

    /** A review that was erased after the index was asked is left out. */
    private Future<Page> bodies(Scope scope, SearchPage page) {
        List<Long> ids = page.hits().stream().map(SearchPage.Hit::id).toList();
        if (ids.isEmpty()) {
            return Future.succeededFuture(new Page(page.total(), List.of(), page.cursor(), page.facets()));
        }
        return reader.findAll(scope, ids).map(states -> {
            Map<Long, ReviewState> byId = new LinkedHashMap<>();
            states.forEach(state -> byId.put(state.stored().id(), state));
            List<Hit> hits = page.hits().stream()
                    .flatMap(hit -> Optional.ofNullable(byId.get(hit.id())).map(state -> hit(hit, state)).stream())
                    .toList();
            return new Page(page.total(), hits, page.cursor(), page.facets());
        });
    }

    private static Hit hit(SearchPage.Hit hit, ReviewState state) {
        return new Hit(
                hit.id(), hit.score(), hit.highlights(), state.stored().review(), state.analysis(), Origin.of(state));
    }

    @Override
    public Future<Optional<Document>> review(Scope scope, long id) {
        return reader.find(scope, id).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture(Optional.empty());
            Future<List<ReviewState>> followups = reader.followups(scope, id);
            Future<List<OldVersion>> history = reader.history(scope, id);
            return Future.all(followups, history)
                    .map(both -> Optional.of(document(found.get(), followups.result(), history.result())));
        });
    }

    private static Document document(ReviewState state, List<ReviewState> followups, List<OldVersion> history) {
        var stored = state.stored();
        return new Document(
                stored.id(),
                stored.version(),
                stored.receivedAt(),
                stored.review(),
                state.analysis(),
                Origin.of(state),
                stored.initialText(),
                followups,
                history);
    }

    @Override
    public Future<?> sentimentTrend(SentimentQuestion question) {
        return read(
                () -> sentiment.ask(question.selection(), question.interval(), question.by(), question.maxGroups()));
    }

    @Override
    public Future<?> keywordTrend(KeywordTrendQuestion question) {
        return read(() -> keywordTrend.ask(question.selection(), question.interval(), question.terms()));
    }

    @Override
    public Future<?> keywords(KeywordQuestion question) {
        Selection selection = question.selection();
        Selection bounded = selection.filter().period() != null ? selection : selection.during(lastDays(Instant.now()));
        return read(() -> keywords.ask(bounded, question.baseline(), question.limit()));
    }

    @Override
    public Future<?> insight(InsightQuestion asked) {
        InsightQuestion plain = new AspectIds(aspects.get()).of(asked);
        return read(() -> insights.ask(plain.question(), plain.selection(), plain.given(), plain.stop()));
    }

    @Override
    public Future<byte[]> report(ReportQuestion asked) {
        return read(() ->
                asked.format().write(reports.make(asked.selection(), asked.period(), asked.stop()), asked.locale()));
    }

    private static Period lastDays(Instant now) {
        Instant until = Instants.nextHour(now);
        return new Period(until.minus(DEFAULT_WINDOW), until);
    }

    @Override
    public Future<?> analyze(TextQuestion question) {
        return read(() -> {
            Masked masked = masker.mask(question.text());
            String initial = question.initial();
            return pipeline.get()
                    .analyse(new AnalysisRequest(
                            question.id(),
                            masked.text(),
                            question.rating(),
                            initial == null ? null : masker.mask(initial).text(),
                            question.product(),
                            masked.spans()));
        });
    }

    @Override
    public Future<Optional<SubjectExport>> exportSubject(Principal caller, String hash) {
        return subjects.export(hash)
                .map(reviews -> reviews.isEmpty() ? Optional.empty() : Optional.of(new SubjectExport(hash, reviews)));
    }

    @Override
    public Future<?> eraseSubject(Principal caller, String hash) {
        return subjects.erase(hash).map(erased -> new Erasure(hash, erased));
    }

    /** Refuses where so many wait already that the answer would come too late. */
    private <T> Future<T> read(Callable<T> question) {
        if (waiting.incrementAndGet() > MAX_WAITING) {
            waiting.decrementAndGet();
            return Future.failedFuture(ProblemException.of(ProblemType.TOO_MANY_QUESTIONS));
        }
        return threads.executeBlocking(question, false).onComplete(done -> waiting.decrementAndGet());
    }

    /** Ends the threads. */
    public Future<Void> close() {
        return threads.close();
    }
}
