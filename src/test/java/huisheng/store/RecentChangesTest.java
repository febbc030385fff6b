package huisheng.store;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.AnalysedReview;
import huisheng.review.Change;
import huisheng.review.Position;
import huisheng.review.StoredReview;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentChangesTest {
    private final RecentChanges recent = new RecentChanges(3, 100);

    @Test
    void find_exactPosition_answersTheSameObject() {
        Change first = change(1, 10);
        recent.add(List.of(first, change(2, 11)));
        assertThat(recent.find(1, at(10)).orElseThrow()).isSameAs(first);
        assertThat(recent.find(2, at(11))).isPresent();
    }

    @Test
    void find_anotherPositionOrReview_isEmpty() {
        recent.add(List.of(change(1, 10)));
        assertThat(recent.find(1, at(12))).isEmpty();
        assertThat(recent.find(3, at(10))).isEmpty();
    }

    @Test
    void add_moreThanTheBound_letsTheOldestGo() {
        recent.add(List.of(change(1, 10), change(2, 11)));
        recent.add(List.of(change(1, 12), change(3, 13), change(4, 14)));
        assertThat(recent.find(2, at(11))).isEmpty();
        assertThat(recent.find(1, at(12))).isPresent();
        assertThat(recent.find(3, at(13))).isPresent();
        assertThat(recent.find(4, at(14))).isPresent();
    }

    @Test
    void add_longerThanTheBound_letsTheOldestGo() {
        recent.add(List.of(text(1, 10, 60, 0)));
        recent.add(List.of(text(2, 11, 20, 20)));
        assertThat(recent.find(1, at(10))).isPresent();
        recent.add(List.of(text(3, 12, 1, 0)));
        assertThat(recent.find(1, at(10))).isEmpty();
        assertThat(recent.find(2, at(11))).isPresent();
        // what was replaced or forgotten counts no more
        recent.add(List.of(text(2, 13, 99, 0)));
        assertThat(recent.find(3, at(12))).isPresent();
        recent.forget("index", at(13));
        recent.add(List.of(text(4, 14, 50, 50)));
        assertThat(recent.find(4, at(14))).isPresent();
        recent.add(List.of(text(5, 15, 101, 0)));
        assertThat(recent.isEmpty()).isTrue();
    }

    @Test
    void forget_position_keepsWhatComesAfterIt() {
        recent.add(List.of(change(1, 10), change(2, 11)));
        recent.forget("index", at(10));
        assertThat(recent.find(1, at(10))).isEmpty();
        assertThat(recent.find(2, at(11))).isPresent();
        recent.forget("index", at(11));
        assertThat(recent.isEmpty()).isTrue();
    }

    @Test
    void add_workersOutOfOrder_countsByPosition() {
        recent.add(List.of(change(3, 13)));
        recent.add(List.of(change(1, 11), change(3, 12)));
        assertThat(recent.find(3, at(13))).as("the newer of a review").isPresent();
        recent.forget("index", at(12));
        assertThat(recent.find(1, at(11))).isEmpty();
        assertThat(recent.find(3, at(13))).isPresent();
        recent.add(List.of(change(4, 16)));
        recent.add(List.of(change(5, 14), change(6, 15)));
        assertThat(recent.find(3, at(13))).as("the oldest by position goes").isEmpty();
        assertThat(recent.find(4, at(16))).isPresent();
    }

    private static Change change(long review, long sequence) {
        return new Change(at(sequence), review, null);
    }

    private static Change text(long review, long sequence, int length, int initialLength) {
        StoredReview stored = new StoredReview(
                review,
                1,
                Instant.EPOCH,
                Reviews.of("r" + review, "字".repeat(length)).review(),
                List.of(),
                initialLength == 0 ? null : "初".repeat(initialLength),
                null);
        return new Change(at(sequence), review, new AnalysedReview(stored, Reviews.analysis(stored, "p1")));
    }

    private static Position at(long sequence) {
        return new Position(7, sequence);
    }

    @Test
    void forget_severalReaders_keepsWhatTheSlowestHasNotRead() {
        recent.forget("alerts", at(0));
        recent.add(List.of(change(1, 10)));
        recent.forget("index", at(10));
        assertThat(recent.find(1, at(10))).isPresent();
        recent.forget("alerts", at(10));
        assertThat(recent.isEmpty()).isTrue();
    }
}
