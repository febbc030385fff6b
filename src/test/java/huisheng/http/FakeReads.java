package huisheng.http;

import huisheng.access.Principal;
import huisheng.index.QueryException;
import huisheng.index.ReviewSearch;
import huisheng.review.Scope;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers every question with little and remembers what was asked. */
final class FakeReads implements Reads {
    final List<Object> asked = new CopyOnWriteArrayList<>();
    /** Whether insights are never answered. */
    volatile boolean silent;

    @Override
    public Future<?> search(ReviewSearch search) {
        asked.add(search);
        String query = search.selection().filter().query();
        if (query.contains("(")) return Future.failedFuture(new QueryException("括号没有闭合", "a bracket is open", 3));
        if (query.equals("crash")) throw new IllegalStateException("secret internals");
        return answer();
    }

    @Override
    public Future<? extends Optional<?>> review(Scope scope, long id) {
        asked.add(scope);
        return Future.succeededFuture(id == 17 ? Optional.of(Map.of("id", 17)) : Optional.empty());
    }

    @Override
    public Future<?> sentimentTrend(SentimentQuestion question) {
        asked.add(question);
        return answer();
    }

    @Override
    public Future<?> keywordTrend(KeywordTrendQuestion question) {
        asked.add(question);
        return answer();
    }

    @Override
    public Future<?> keywords(KeywordQuestion question) {
        asked.add(question);
        return answer();
    }

    @Override
    public Future<?> insight(InsightQuestion question) {
        asked.add(question);
        return silent ? Promise.promise().future() : answer();
    }

    @Override
    public Future<byte[]> report(ReportQuestion question) {
        asked.add(question);
        return Future.succeededFuture(new byte[] {'!'});
    }

    @Override
    public Future<?> analyze(TextQuestion question) {
        asked.add(question);
        return Future.succeededFuture(Map.of("text", question.text()));
    }

    @Override
    public Future<? extends Optional<?>> exportSubject(Principal caller, String hash) {
        asked.add(hash);
        return Future.succeededFuture(Optional.of(List.of()));
    }

    @Override
    public Future<?> eraseSubject(Principal caller, String hash) {
        asked.add(hash);
        return answer();
    }

    private static Future<?> answer() {
        return Future.succeededFuture(Map.of("n", 0));
    }

    Object last() {
        return asked.get(asked.size() - 1);
    }
}
