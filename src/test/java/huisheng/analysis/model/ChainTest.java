package huisheng.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final int ROUNDS = 60;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void best_randomChain_isTheBestOfAllPaths() {
        for (int round = 0; round < ROUNDS; round++) {
            RandomChain chain = new RandomChain(random);
            int[] found = Chain.best(chain.scores, chain.length, chain.tags, chain.moves);
            double most = chain.paths().stream().mapToDouble(chain::score).max().orElseThrow();
            assertThat(chain.isAllowed(found)).as("seed " + seed).isTrue();
            assertThat(chain.score(found)).as("seed " + seed).isCloseTo(most, within(1e-4));
        }
    }

    @Test
    void forwardAndBackward_randomChain_sumAllPathsThroughEveryTag() {
        for (int round = 0; round < ROUNDS; round++) {
            RandomChain chain = new RandomChain(random);
            double[] forward = Chain.forward(chain.scores, chain.length, chain.tags, chain.moves);
            double[] backward = Chain.backward(chain.scores, chain.length, chain.tags, chain.moves);
            for (int at = 0; at < chain.length; at++) {
                for (int tag = 0; tag < chain.tags; tag++) {
                    double through = Math.exp(forward[at * chain.tags + tag] + backward[at * chain.tags + tag]);
                    assertThat(through).as("seed " + seed).isCloseTo(chain.sumThrough(at, tag), within(through * 1e-5));
                }
            }
            double all = Chain.sum(forward, (chain.length - 1) * chain.tags, chain.tags);
            double expected = chain.paths().stream()
                    .mapToDouble(path -> Math.exp(chain.score(path)))
                    .sum();
            assertThat(Math.exp(all)).as("seed " + seed).isCloseTo(expected, within(expected * 1e-5));
        }
    }

    @Test
    void best_insideScoredHighest_neverFollowsOutside() {
        // tag 2 goes on with kind 0: tempting everywhere, allowed only after tag 1
        float[] scores = {0, -1, 50, 0, -9, 5, 0, -9, 5};
        int[] path = Chain.best(scores, 3, 3, new float[9]);
        assertThat(path).containsExactly(1, 2, 2);
        assertThat(Chain.best(new float[] {0, -100, 50, 0, -100, 50}, 2, 3, new float[9]))
                .containsExactly(0, 0);
    }

    @Test
    void mayFollow_insideTag_onlyItsOwnKind() {
        assertThat(Chain.mayFollow(0, 2)).isFalse();
        assertThat(Chain.mayFollow(1, 2)).isTrue();
        assertThat(Chain.mayFollow(2, 2)).isTrue();
        assertThat(Chain.mayFollow(3, 2)).isFalse();
        assertThat(Chain.mayFollow(4, 2)).isFalse();
        assertThat(Chain.mayFollow(4, 3)).isTrue();
        assertThat(Chain.mayFollow(2, 0)).isTrue();
    }

    @Test
    void spans_path_partAtBeginnings() {
        assertThat(Chain.spans(new int[] {0, 1, 2, 2, 0, 3, 1, 2}))
                .containsExactly(new Tagger.Span(0, 1, 4), new Tagger.Span(1, 5, 6), new Tagger.Span(0, 6, 8));
        assertThat(Chain.spans(new int[] {0, 0})).isEmpty();
        assertThat(Chain.spans(new int[0])).isEmpty();
    }

    @Test
    void sum_ofNothingPossible_isImpossible() {
        double never = Double.NEGATIVE_INFINITY;
        assertThat(Chain.sum(new double[] {never, never}, 0, 2)).isEqualTo(never);
        assertThat(Chain.sum(new double[] {9, 1_000, 1_000}, 1, 2)).isCloseTo(1_000 + Math.log(2), within(1e-9));
    }
}
