package huisheng.http;

import huisheng.access.Principal;
import huisheng.index.ReviewSearch;
import huisheng.review.Scope;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * The read path as this package needs it. Answers are values that {@link huisheng.json.Json} can write, in the shapes of
 * {@code openapi.yaml}. An {@link IllegalArgumentException} is the caller's fault and is told to them. Safe from any
 * thread.
 */
public interface Reads {
    Future<?> search(ReviewSearch search);

    /** One review with its analysis; empty where there is none or the scope hides it. */
    Future<? extends Optional<?>> review(Scope scope, long id);

    Future<?> sentimentTrend(SentimentQuestion question);

    Future<?> keywordTrend(KeywordTrendQuestion question);

    Future<?> keywords(KeywordQuestion question);

    /** Fails with {@link huisheng.index.Stopped} where the question says that it is not wanted any more. */
    Future<?> insight(InsightQuestion question);

    /** The bytes of a report, like {@link #insight}. */
    Future<byte[]> report(ReportQuestion question);

    /** Reads a text without keeping it. */
    Future<?> analyze(TextQuestion question);

    /** Everything kept about a subject; empty where there is nothing. */
    Future<? extends Optional<?>> exportSubject(Principal caller, String hash);

    /** What was erased; harmless to repeat. */
    Future<?> eraseSubject(Principal caller, String hash);
}
