package huisheng.store;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Change;
import huisheng.review.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentChangesTest {
    private final RecentChanges recent = new RecentChanges(3);

    @Test
    void find_exactPositions_answersInTheOrderAsked() {
        recent.add(List.of(change(1, 10), change(2, 11)));
        assertThat(recent.find(List.of(2L, 1L), List.of(at(11), at(10))))
                .contains(List.of(change(2, 11), change(1, 10)));
        assertThat(recent.find(List.of(), List.of())).contains(List.of());
    }

    @Test
    void find_oneAtAnotherPosition_isEmpty() {
        recent.add(List.of(change(1, 10), change(2, 11)));
        assertThat(recent.find(List.of(1L, 2L), List.of(at(10), at(12)))).isEmpty();
        assertThat(recent.find(List.of(1L, 3L), List.of(at(10), at(11)))).isEmpty();
    }

    @Test
    void add_moreThanTheBound_letsTheOldestGo() {
        recent.add(List.of(change(1, 10), change(2, 11)));
        recent.add(List.of(change(1, 12), change(3, 13), change(4, 14)));
        assertThat(recent.find(List.of(2L), List.of(at(11)))).isEmpty();
        assertThat(recent.find(List.of(1L, 3L, 4L), List.of(at(12), at(13), at(14))))
                .isPresent();
    }

    @Test
    void forget_position_keepsWhatComesAfterIt() {
        recent.add(List.of(change(1, 10), change(2, 11)));
        recent.forget(at(10));
        assertThat(recent.find(List.of(1L), List.of(at(10)))).isEmpty();
        assertThat(recent.find(List.of(2L), List.of(at(11)))).isPresent();
        recent.forget(at(11));
        assertThat(recent.isEmpty()).isTrue();
    }

    private static Change change(long review, long sequence) {
        return new Change(at(sequence), review, null);
    }

    private static Position at(long sequence) {
        return new Position(7, sequence);
    }
}
