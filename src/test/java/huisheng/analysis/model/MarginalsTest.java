package huisheng.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import huisheng.analysis.model.Tagger.Likely;
import huisheng.analysis.model.Tagger.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarginalsTest {
    private static final int ROUNDS = 60;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void likely_randomChain_isTheShareOfAllPathsThatHoldTheStretch() {
        for (int round = 0; round < ROUNDS; round++) {
            RandomChain chain = new RandomChain(random);
            for (Likely likely : marginals(chain).likely(0, 0.2)) {
                double share = share(chain, likely.span());
                assertThat(likely.probability()).as("seed " + seed).isCloseTo(share, within(1e-4));
            }
        }
    }

    @Test
    void likely_randomChain_holdsEveryStretchThatIsLikelierThanNot() {
        for (int round = 0; round < ROUNDS; round++) {
            RandomChain chain = new RandomChain(random);
            List<Span> told =
                    marginals(chain).likely(0, 0.2).stream().map(Likely::span).toList();
            for (int start = 0; start < chain.length; start++) {
                for (int end = start + 1; end <= chain.length; end++) {
                    Span own = new Span(0, start, end);
                    if (share(chain, own) > 0.5)
                        assertThat(told).as("seed " + seed).contains(own);
                }
            }
        }
    }

    @Test
    void likely_evenBorders_oneStretchWithTheMassOfBoth() {
        // outside, begins, goes on: the second word may belong to the stretch or not
        float[] scores = {-9, 2, -9, 0, -9, 0, 9, -9, -9};
        List<Likely> likely = new Marginals(scores, 3, 3, new float[9]).likely(0, 0.6);
        assertThat(likely).hasSize(1);
        assertThat(likely.getFirst().probability()).isCloseTo(0.5, within(0.01));
        assertThat(likely.getFirst().mass()).isCloseTo(1, within(0.01));
    }

    @Test
    void likely_lessLikelyThanAsked_none() {
        float[] scores = {1, 0, -9};
        assertThat(new Marginals(scores, 1, 3, new float[9]).likely(0, 0.3)).isEmpty();
        assertThat(new Marginals(scores, 1, 3, new float[9]).likely(0, 0.2)).hasSize(1);
    }

    private static Marginals marginals(RandomChain chain) {
        return new Marginals(chain.scores, chain.length, chain.tags, chain.moves);
    }

    private static double share(RandomChain chain, Span span) {
        double all = 0;
        double own = 0;
        for (int[] path : chain.paths()) {
            double weight = Math.exp(chain.score(path));
            all += weight;
            if (Chain.spans(path).contains(span)) own += weight;
        }
        return own / all;
    }
}
