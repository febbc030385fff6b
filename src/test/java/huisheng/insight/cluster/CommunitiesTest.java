package huisheng.insight.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CommunitiesTest {
    private final List<TreeMap<Integer, Double>> ties = new ArrayList<>();

    /** Four cliques of five in a ring: the example of modularity at its clearest. */
    @Test
    void cliques_inARingAreCommunities() {
        nodes(20);
        for (int clique = 0; clique < 4; clique++) {
            for (int a = 0; a < 5; a++) for (int b = 0; b < a; b++) tie(clique * 5 + a, clique * 5 + b);
            tie(clique * 5, (clique * 5 + 6) % 20);
        }
        int[] found = Communities.of(Graph.of(ties), 1);
        for (int node = 0; node < 20; node++) assertThat(found[node]).isEqualTo(found[node / 5 * 5]);
        assertThat(found[0]).isNotEqualTo(found[5]);
        assertThat(found).containsOnly(0, 1, 2, 3);
    }

    @Test
    void nodes_withoutTiesStayAlone() {
        nodes(4);
        tie(0, 2);
        assertThat(Communities.of(Graph.of(ties), 1)).containsExactly(0, 1, 0, 2);
        ties.clear();
        assertThat(Communities.of(Graph.of(ties), 1)).isEmpty();
    }

    @Test
    void resolution_splitsFurther() {
        nodes(6);
        for (int a = 0; a < 3; a++) for (int b = 0; b < a; b++) tie(a, b);
        for (int a = 3; a < 6; a++) for (int b = 3; b < a; b++) tie(a, b);
        tie(0, 3);
        assertThat(Communities.of(Graph.of(ties), 1)).containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(Communities.of(Graph.of(ties), 0.1)).containsOnly(0);
        assertThat(Communities.of(Graph.of(ties), 9)).containsExactly(0, 1, 2, 3, 4, 5);
    }

    private void nodes(int number) {
        for (int i = 0; i < number; i++) ties.add(new TreeMap<>());
    }

    private void tie(int one, int other) {
        ties.get(one).put(other, 1.0);
        ties.get(other).put(one, 1.0);
    }
}
