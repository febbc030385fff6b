package huisheng.store;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.analysis.noise.TextPrints;
import huisheng.review.AnalysedReview;
import huisheng.review.Change;
import huisheng.review.Labels;
import huisheng.review.NoiseType;
import huisheng.review.Position;
import huisheng.review.Scope;
import huisheng.review.Sentiment;
import huisheng.review.SentimentLabel;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the feed takes from {@link RecentChanges}, and what it must read from the tables. */
class RememberedChangesIT extends StoreTest {
    /** After all there are. */
    @Test
    void readAfter_changesOfThisProcess_comeFromMemoryAndAreTheSameAsReadBack() {
        ChangeFeed feed = new ChangeFeed(database());
        Position before = settled(feed);
        save(Reviews.by("one", "recent-1", "口感辛辣"), Reviews.by("two", "recent-2", "瓶口漏酒"));
        analyseAll();
        List<Change> written = await(feed.readAfter(before, 10));
        assertThat(written).hasSize(2).allMatch(this::isRemembered);
        assertThat(written).extracting(Change::analysed).doesNotContainNull();
        database().recent().clear();
        List<Change> readBack = await(feed.readAfter(before, 10));
        assertThat(readBack).isEqualTo(written);
        assertThat(readBack.getFirst()).isNotSameAs(written.getFirst());
    }

    @Test
    void readAfter_correctedSinceWritten_comesFromTheTables() {
        ChangeFeed feed = new ChangeFeed(database());
        Position before = settled(feed);
        long id = save(Reviews.by("fixed", "fixed-1", "酸的"), Reviews.by("fixed", "fixed-2", "好喝"))
                .getFirst()
                .id();
        analyseAll();
        Labels labels = new Labels(
                new Sentiment(SentimentLabel.NEGATIVE, -1, 1, List.of()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(await(new CorrectionTable(database()).put(Scope.ALL, id, 1, labels, "小王")))
                .isPresent();
        List<Change> changes = await(feed.readAfter(before, 10));
        assertThat(changes).extracting(this::isRemembered).containsExactly(true, false);
        assertThat(changes.getLast().reviewId()).isEqualTo(id);
        assertThat(analysed(changes.getLast()).analysis().sentiment()).isEqualTo(labels.sentiment());
        // a new analysis is remembered at its place, but the correction is laid over it
        assertThat(await(new AnalysisQueue(database()).requeue("p2", 1_000))).isPositive();
        analyseAll();
        Change again = newest(feed, before, id);
        assertThat(database().recent().find(id, again.position())).isPresent();
        assertThat(analysed(again).analysis().sentiment()).isEqualTo(labels.sentiment());
    }

    @Test
    void readAfter_erasedSinceWritten_tellsOfTheErasure() {
        ChangeFeed feed = new ChangeFeed(database());
        Position before = settled(feed);
        save(Reviews.by("leaves", "left-1", "酸的"), Reviews.by("stays", "left-2", "好喝"));
        analyseAll();
        assertThat(await(new Subjects(database()).erase("leaves"))).isEqualTo(1);
        List<Change> changes = await(feed.readAfter(before, 10));
        assertThat(changes).extracting(this::isRemembered).containsExactly(true, false);
        assertThat(changes.getLast().analysed()).isNull();
        database().recent().clear();
        assertThat(await(feed.readAfter(before, 10))).isEqualTo(changes);
    }

    @Test
    void readAfter_flaggedAsCopySinceWritten_comesFromTheTables() {
        ChangeFeed feed = new ChangeFeed(database());
        Position before = settled(feed);
        CopyWindow window = new CopyWindow(database());
        for (int i = 0; i < CopyWindow.AUTHORS; i++) {
            save(Reviews.by("copier-" + i, "copied-" + i, "入口绵柔回味悠长，送长辈很有面子，客服耐心，物流也快，下次还会再来买"));
        }
        save(Reviews.by("alone", "copied-not", "好喝"));
        analyseAll();
        int read;
        do
            read = await(window.step(
                    1_000,
                    texts -> Future.succeededFuture(texts.stream()
                            .map(text -> TextPrints.of(text.text()))
                            .toList())));
        while (read > 0);
        List<Change> changes = await(feed.readAfter(before, 10));
        assertThat(changes).hasSize(CopyWindow.AUTHORS + 1);
        assertThat(changes.getFirst()).matches(this::isRemembered);
        assertThat(changes.subList(1, changes.size()))
                .noneMatch(this::isRemembered)
                .allMatch(change -> analysed(change).analysis().noise().contains(NoiseType.DUPLICATE));
    }

    /** As with a second process, or right after a start. */
    @Test
    void readAfter_someRemembered_readsTheOthersAndKeepsTheOrder() {
        ChangeFeed feed = new ChangeFeed(database());
        Position before = settled(feed);
        List<Change> all = written(feed, before, "mixed", 3);
        database().recent().clear();
        save(Reviews.by("mixed", "mixed-own", "好喝"));
        analyseAll();
        all.addAll(await(feed.readAfter(all.getLast().position(), 10)));
        database().recent().add(all.subList(1, 2));
        database().recent().add(all.subList(3, 4));
        ChangeFeed fresh = new ChangeFeed(database());
        List<Change> read = await(fresh.readAfter(before, 10));
        assertThat(read).isEqualTo(all);
        assertThat(read).extracting(this::isRemembered).containsExactly(false, true, false, true);
    }

    /** Far behind what is remembered it does not ask what is; it does so again once it gets there. */
    @Test
    void readAfter_batchWithNothingRemembered_readsTheNextWhole() {
        ChangeFeed feed = new ChangeFeed(database());
        Position before = settled(feed);
        List<Change> all = written(feed, before, "behind", 4);
        Position middle = all.getLast().position();
        all.addAll(written(feed, middle, "own", 4));
        database().recent().clear();
        database().recent().add(all.subList(4, 8));
        ChangeFeed fresh = new ChangeFeed(database());
        List<Change> read = new ArrayList<>();
        for (int limit : new int[] {2, 4, 2}) {
            Position after = read.isEmpty() ? before : read.getLast().position();
            read.addAll(await(fresh.readAfter(after, limit)));
            if (read.size() == 6) assertThat(isRemembered(read.getLast())).isFalse();
        }
        assertThat(read).isEqualTo(all);
        assertThat(read.subList(6, 8)).allMatch(this::isRemembered);
    }

    /** The very object, not one that equals it. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isRemembered(Change change) {
        return database()
                .recent()
                .find(change.reviewId(), change.position())
                .filter(known -> known == change)
                .isPresent();
    }

    private static AnalysedReview analysed(Change change) {
        return Objects.requireNonNull(change.analysed());
    }

    private static Change newest(ChangeFeed feed, Position after, long id) {
        return await(feed.readAfter(after, 1_000)).stream()
                .filter(change -> change.reviewId() == id)
                .findFirst()
                .orElseThrow();
    }

    private List<Change> written(ChangeFeed feed, Position before, String name, int n) {
        for (int i = 0; i < n; i++) save(Reviews.by(name, name + "-" + i, "好喝" + i));
        analyseAll();
        return new ArrayList<>(await(feed.readAfter(before, n)));
    }

    /** Where nothing is left to analyse or to read. */
    private Position settled(ChangeFeed feed) {
        analyseAll();
        return last(feed, Position.START);
    }

    private static Position last(ChangeFeed feed, Position after) {
        Position position = after;
        List<Change> changes = await(feed.readAfter(position, 1_000));
        while (!changes.isEmpty()) {
            position = changes.getLast().position();
            changes = await(feed.readAfter(position, 1_000));
        }
        return position;
    }
}
