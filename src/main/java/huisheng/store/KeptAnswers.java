package huisheng.store;

import io.vertx.core.Future;
import java.util.Optional;

/** Answers that are kept for a while, for pushes that come again under the same key. Safe from any thread. */
public interface KeptAnswers {
    /** The answer kept under this key; empty where there is none, or its time is over. */
    Future<Optional<KeptAnswer>> find(String key);

    /** Keeps the answer, unless there is one: then that one stays. @return what is kept now */
    Future<KeptAnswer> keep(String key, KeptAnswer answer);
}
