package huisheng;

import static huisheng.Blocking.await;

import huisheng.http.Live;
import huisheng.index.IndexSettings;
import huisheng.index.LuceneReviewIndex;
import huisheng.index.ReviewIndex;
import huisheng.ingest.IndexFollower;
import huisheng.review.Change;
import huisheng.store.ChangeFeed;
import huisheng.store.Database;
import huisheng.store.Wakeups;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The index, what keeps it up with the store, and who is told of each review that has become searchable. */
final class Indexing {
    private final Vertx vertx;
    private final Database database;
    private final ChangeFeed feed;
    private final ReviewIndex index;
    private final IndexFollower follower;
    private final Live live = new Live();

    /** Blocks until the index is open. */
    Indexing(Vertx vertx, Database database, Settings settings, Closing closing) throws IOException {
        this.vertx = vertx;
        this.database = database;
        this.feed = new ChangeFeed(database);
        this.index = open(settings, closing);
        this.follower = new IndexFollower(
                vertx, feed, index, Duration.ofSeconds(settings.index().commitSeconds()), this::tell);
    }

    private ReviewIndex open(Settings settings, Closing closing) throws IOException {
        ReviewIndex opened = LuceneReviewIndex.open(
                new IndexSettings(
                        settings.data().resolve("index"), settings.index().ramBufferMb()),
                await(feed.installation()));
        closing.push(() -> vertx.executeBlocking(() -> {
            opened.close();
            return null;
        }));
        return opened;
    }

    private void tell(List<Change> batch) {
        if (live.subscribers() == 0) return;
        for (Change change : batch) {
            var analysed = change.analysed();
            if (analysed != null) live.publish(analysed);
        }
    }

    ReviewIndex index() {
        return index;
    }

    IndexFollower follower() {
        return follower;
    }

    Live live() {
        return live;
    }

    /** Changes that cannot be searched yet. */
    Future<Long> lag() {
        return feed.lag(follower.position());
    }

    Future<Map<String, Boolean>> readiness() {
        return feed.installation()
                .map(id -> true)
                .otherwise(false)
                .map(there -> Map.of("database", there, "index", follower.isHealthy()));
    }

    void start(Closing closing) {
        database.wakeups().subscribe(Wakeups.CHANGE, follower::wake);
        follower.start();
        closing.push(follower::stop);
    }
}
