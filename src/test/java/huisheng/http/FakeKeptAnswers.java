package huisheng.http;

import huisheng.store.KeptAnswer;
import huisheng.store.KeptAnswers;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps answers in memory. */
final class FakeKeptAnswers implements KeptAnswers {
    final Map<String, KeptAnswer> answers = new ConcurrentHashMap<>();
    final AtomicBoolean broken = new AtomicBoolean();

    @Override
    public Future<Optional<KeptAnswer>> find(String key) {
        if (broken.get()) return Future.failedFuture("no database");
        return Future.succeededFuture(Optional.ofNullable(answers.get(key)));
    }

    @Override
    public Future<KeptAnswer> keep(String key, KeptAnswer answer) {
        KeptAnswer before = answers.putIfAbsent(key, answer);
        return Future.succeededFuture(before == null ? answer : before);
    }
}
