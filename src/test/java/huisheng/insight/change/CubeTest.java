package huisheng.insight.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CubeTest {
    private static final List<String> REGION = List.of("region");

    @Test
    void dimensions_areOneToEightAndDistinct() {
        List<String> nine = IntStream.range(0, 9).mapToObj(i -> "d" + i).toList();
        assertThatIllegalArgumentException().isThrownBy(() -> new Cube.Builder(Measure.SHARE, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cube.Builder(Measure.SHARE, nine));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cube.Builder(Measure.SHARE, List.of("a", "a")));
    }

    @Test
    void cell_ofImpossibleCounts() {
        assertThatIllegalArgumentException().isThrownBy(() -> Totals.share(3, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> Totals.share(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Totals.mean(3, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Totals.mean(2, 10, 20));
        Cube.Builder shares = new Cube.Builder(Measure.SHARE, REGION);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shares.add(List.of("河南"), Totals.mean(2, -1, 1), Totals.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shares.add(List.of("河南", "山东"), Totals.NONE, Totals.NONE));
    }

    @Test
    void cells_areBounded() {
        Cube.Builder builder = new Cube.Builder(Measure.COUNT, REGION);
        for (int i = 0; i < Cube.MAX_CELLS; i++) builder.add(List.of("v" + i % 7), Totals.count(1), Totals.count(1));
        assertThat(builder.build().cells()).isEqualTo(Cube.MAX_CELLS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(List.of("v"), Totals.NONE, Totals.NONE))
                .withMessageContaining("200000");
    }

    @Test
    void cell_thatComesAgainIsAddedUp() {
        Cube.Builder builder = new Cube.Builder(Measure.SHARE, REGION);
        for (List<String> at : Collections.nCopies(3, List.of("河南"))) {
            builder.add(at, Totals.share(10, 1), Totals.share(10, 2));
        }
        Decomposition.Effect effect =
                Decomposition.of(builder.build(), "region").effects().getFirst();
        assertThat(effect.nA()).isEqualTo(30);
        assertThat(effect.sumB()).isEqualTo(6);
    }
}
