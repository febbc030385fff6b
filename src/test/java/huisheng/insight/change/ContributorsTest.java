package huisheng.insight.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import huisheng.insight.change.Contributors.Mentions;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContributorsTest {
    private static final Totals BEFORE = Totals.share(1000, 100);
    private static final Totals AFTER = Totals.share(500, 150);

    @Test
    void aspect_thatTheAdditionalHitsMention() {
        List<Contributor> found = Contributors.of(
                BEFORE,
                AFTER,
                List.of(new Mentions("taste", 60, 31), new Mentions("leak", 20, 90), new Mentions("price", 10, 5)));
        assertThat(found).hasSize(1);
        Contributor leak = found.getFirst();
        assertThat(leak.name()).isEqualTo("leak");
        assertThat(leak.expectedB()).isEqualTo(10, within(1e-12));
        assertThat(leak.additional()).isEqualTo(80, within(1e-12));
        assertThat(leak.shareOfAdditional()).isEqualTo(0.8, within(1e-12));
        assertThat(leak.q()).isLessThan(1e-6);
    }

    @Test
    void share_whereThereAreNoMoreHits() {
        List<Contributor> found =
                Contributors.of(AFTER, BEFORE, List.of(new Mentions("leak", 90, 20), new Mentions("smell", 0, 60)));
        assertThat(found).extracting(Contributor::name).containsExactly("leak", "smell");
        assertThat(found).extracting(Contributor::shareOfAdditional).containsOnlyNulls();
    }

    @Test
    void windows_withoutReviews() {
        assertThat(Contributors.of(Totals.NONE, AFTER, List.of(new Mentions("leak", 0, 9))))
                .isEmpty();
        assertThat(Contributors.of(BEFORE, AFTER, List.of())).isEmpty();
    }

    @Test
    void mentions_byMoreHitsThanThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contributors.of(BEFORE, AFTER, List.of(new Mentions("leak", 0, 151))));
    }
}
