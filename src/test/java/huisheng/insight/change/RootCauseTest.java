package huisheng.insight.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Cubes by hand; what is drawn at random is in {@link PlantedCauseTest}. */
class RootCauseTest {
    private static final List<String> DIMENSIONS = List.of("region", "product", "channel");

    /** Whether the cell's measure rises in window B. */
    private interface Hit {
        boolean in(int region, int product, int channel);
    }

    /** 5 × 4 × 3 cells of 100 reviews a window, 10 hits each; 40 in window B where hit. */
    private static Cube shares(Hit hit) {
        Cube.Builder builder = new Cube.Builder(Measure.SHARE, DIMENSIONS);
        for (int r = 0; r < 5; r++) {
            for (int p = 0; p < 4; p++) {
                for (int c = 0; c < 3; c++) {
                    List<String> at = List.of("region" + r, "product" + p, "channel" + c);
                    builder.add(at, Totals.share(100, 10), Totals.share(100, hit.in(r, p, c) ? 40 : 10));
                }
            }
        }
        return builder.build();
    }

    private static List<Map<String, String>> conditions(Explanation explanation) {
        return explanation.causes().stream().map(Cause::conditions).toList();
    }

    @Test
    void region_whereAllProductsRoseAlike() {
        Explanation explanation = RootCause.explain(shares((r, p, c) -> r == 2));
        assertThat(conditions(explanation)).containsExactly(Map.of("region", "region2"));
        Cause cause = explanation.causes().getFirst();
        assertThat(cause.nA()).isEqualTo(1200);
        assertThat(cause.measureB()).isEqualTo(0.4, within(1e-12));
        assertThat(cause.expectedB()).isEqualTo(0.1, within(1e-3));
        assertThat(cause.shareOfChange()).isNotNull().isEqualTo(1, within(1e-2));
        assertThat(cause.excess()).isEqualTo(360, within(2.0));
    }

    @Test
    void conjunction_whereTheRestOfTheRegionDidNotMove() {
        assertThat(conditions(RootCause.explain(shares((r, p, c) -> r == 2 && p == 1))))
                .containsExactly(Map.of("region", "region2", "product", "product1"));
        assertThat(conditions(RootCause.explain(shares((r, p, c) -> r == 2 && p == 1 && c == 0))))
                .containsExactly(Map.of("region", "region2", "product", "product1", "channel", "channel0"));
    }

    @Test
    void segments_twoThatOverlap() {
        Explanation explanation = RootCause.explain(shares((r, p, c) -> r == 2 || (p == 1 && c == 0)));
        assertThat(conditions(explanation))
                .containsExactly(Map.of("region", "region2"), Map.of("product", "product1", "channel", "channel0"));
        assertThat(explanation.common()).isEqualTo(0, within(1e-3));
    }

    @Test
    void all_roseAlike() {
        Explanation explanation = RootCause.explain(shares((r, p, c) -> true));
        assertThat(explanation.causes()).isEmpty();
        assertThat(explanation.shifts()).isEmpty();
        assertThat(explanation.common()).isEqualTo(0.3, within(1e-9));
        assertThat(RootCause.explain(shares((r, p, c) -> false)).causes()).isEmpty();
    }

    /** The one that stayed isn't the cause of the others' rise. */
    @Test
    void all_roseButOne() {
        assertThat(RootCause.explain(shares((r, p, c) -> r != 2)).causes()).isEmpty();
    }

    /** A dimension of two values: the one that moved is named, not the one that lagged. */
    @Test
    void dimension_ofTwoValues() {
        Cube cube = new Cube.Builder(Measure.SHARE, List.of("gender"))
                .add(List.of("f"), Totals.share(500, 50), Totals.share(500, 150))
                .add(List.of("m"), Totals.share(500, 50), Totals.share(500, 50))
                .build();
        assertThat(conditions(RootCause.explain(cube))).containsExactly(Map.of("gender", "f"));
    }

    @Test
    void value_thatIsNoneIsNeverACause() {
        Cube cube = new Cube.Builder(Measure.SHARE, List.of("gender"))
                .add(List.of(Cube.NONE), Totals.share(500, 50), Totals.share(500, 150))
                .add(List.of("f"), Totals.share(500, 50), Totals.share(500, 50))
                .add(List.of("m"), Totals.share(500, 50), Totals.share(500, 50))
                .build();
        assertThat(RootCause.explain(cube).causes()).isEmpty();
    }

    /** A store of one region only: the shorter condition says the same. */
    @Test
    void store_insideARegion() {
        Cube.Builder builder = new Cube.Builder(Measure.SHARE, List.of("region", "store"));
        for (int s = 0; s < 12; s++) {
            builder.add(
                    List.of("region" + s / 4, "store" + s),
                    Totals.share(300, 30),
                    Totals.share(300, s == 5 ? 120 : 30));
        }
        assertThat(conditions(RootCause.explain(builder.build()))).containsExactly(Map.of("store", "store5"));
    }

    /** A product that is sold mostly where the region grew: its rate rises, nobody's opinion did. */
    @Test
    void mix_seenThroughAnotherDimension() {
        Cube.Builder builder = new Cube.Builder(Measure.SHARE, List.of("region", "product"));
        for (int r = 0; r < 4; r++) {
            for (int p = 0; p < 4; p++) {
                int n = (r == 0 && p == 0 ? 2000 : 500) / (r > 0 && p == 0 ? 2 : 1);
                int after = r == 0 ? 3 * n : n;
                int percent = r == 0 ? 40 : 10;
                builder.add(
                        List.of("region" + r, "product" + p),
                        Totals.share(n, n * percent / 100),
                        Totals.share(after, after * percent / 100));
            }
        }
        Explanation explanation = RootCause.explain(builder.build());
        assertThat(explanation.causes()).isEmpty();
        assertThat(explanation.shifts().getFirst().value()).isEqualTo("region0");
        assertThat(explanation.common()).isEqualTo(0, within(2e-3));
        assertThat(explanation.mix()).isGreaterThan(0.05);
    }

    @Test
    void mean_fallsInOneSegment() {
        Cube.Builder builder = new Cube.Builder(Measure.MEAN, List.of("region", "product"));
        for (int r = 0; r < 5; r++) {
            for (int p = 0; p < 4; p++) {
                boolean hit = r == 1 && p == 2;
                // Ratings of 5 and 1: nine of ten are 5, then half of them.
                Totals after = hit ? Totals.mean(200, 600, 2600) : Totals.mean(200, 920, 4520);
                builder.add(List.of("region" + r, "product" + p), Totals.mean(200, 920, 4520), after);
            }
        }
        Explanation explanation = RootCause.explain(builder.build());
        assertThat(conditions(explanation)).containsExactly(Map.of("region", "region1", "product", "product2"));
        assertThat(explanation.causes().getFirst().contribution()).isEqualTo(-1.6 / 20, within(1e-3));
    }

    @Test
    void count_risesInOneSegment() {
        Cube.Builder builder = new Cube.Builder(Measure.COUNT, List.of("region", "product"));
        for (int r = 0; r < 5; r++) {
            for (int p = 0; p < 4; p++) {
                builder.add(
                        List.of("region" + r, "product" + p),
                        Totals.count(100),
                        Totals.count(r == 1 && p == 2 ? 360 : 120));
            }
        }
        Explanation explanation = RootCause.explain(builder.build());
        assertThat(conditions(explanation)).containsExactly(Map.of("region", "region1", "product", "product2"));
        assertThat(explanation.causes().getFirst().excess()).isEqualTo(240, within(1.0));
        assertThat(explanation.common()).isEqualTo(400, within(1.0));
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void parts_sumToTheChange(Measure measure) {
        for (long seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Cube.Builder builder = new Cube.Builder(measure, DIMENSIONS);
            for (int i = 0; i < 300; i++) {
                int r = random.nextInt(5);
                List<String> at = List.of("r" + r, "p" + random.nextInt(5), "c" + random.nextInt(4));
                long nA = random.nextInt(40);
                long nB = random.nextInt(40) * (r == 1 && measure == Measure.COUNT ? 3L : 1);
                Totals a = measure == Measure.COUNT ? Totals.count(nA) : Totals.share(nA, nA / 4);
                Totals b = measure == Measure.COUNT ? Totals.count(nB) : Totals.share(nB, r < 2 ? nB / 2 : nB / 5);
                builder.add(at, a, b);
            }
            Explanation explanation = RootCause.explain(builder.build());
            Change change = Objects.requireNonNull(explanation.change());
            double sum = explanation.mix() + explanation.common();
            for (Cause cause : explanation.causes()) {
                sum += cause.contribution();
                double scale = measure == Measure.COUNT ? 1 : (double) cause.nB() / explanation.nB();
                assertThat((cause.measureB() - cause.expectedB()) * scale)
                        .isEqualTo(cause.contribution(), within(1e-12 * Math.max(1, explanation.nB())));
            }
            double size = Math.max(change.a(), change.b());
            assertThat(sum).as("seed " + seed).isEqualTo(change.difference(), within(1e-12 * size));
            assertThat(explanation.causes()).as("seed " + seed).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 100", "100, 0", "9, 100", "100, 9"})
    void windows_withTooFewReviews(long nA, long nB) {
        Cube cube = new Cube.Builder(Measure.SHARE, List.of("region"))
                .add(List.of("河南"), Totals.share(nA, 0), Totals.share(nB, nB))
                .build();
        Explanation explanation = RootCause.explain(cube);
        assertThat(explanation.change()).isNull();
        assertThat(explanation.insufficient()).isNotNull();
        assertThat(explanation.causes()).isEmpty();
        assertThat(RootCause.explain(new Cube.Builder(Measure.MEAN, List.of("region")).build())
                        .insufficient())
                .isNotNull();
    }

    /** Nothing to tell it from: the change is that of all. */
    @Test
    void cube_ofOneCell() {
        Cube cube = new Cube.Builder(Measure.SHARE, List.of("region"))
                .add(List.of("河南"), Totals.share(100, 10), Totals.share(100, 60))
                .build();
        Explanation explanation = RootCause.explain(cube);
        assertThat(explanation.causes()).isEmpty();
        assertThat(explanation.common()).isEqualTo(0.5, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void windows_thatAreExtreme(Measure measure) {
        List<Totals> extremes =
                List.of(Totals.NONE, Totals.share(20, 0), Totals.share(20, 20), Totals.share(1_000_000_000, 1));
        for (Totals a : extremes) {
            for (Totals b : extremes) {
                Cube cube = new Cube.Builder(measure, List.of("region", "product"))
                        .add(List.of("河南", "p"), a, b)
                        .add(List.of("山东", "p"), b, a)
                        .add(List.of("河南", "q"), Totals.share(30, 30), b)
                        .build();
                Explanation explanation = RootCause.explain(cube);
                assertThat(explanation.common()).isFinite();
                for (Cause cause : explanation.causes()) {
                    assertThat(List.of(cause.contribution(), cause.expectedB(), cause.surprise(), cause.q()))
                            .allSatisfy(figure -> assertThat(figure).isFinite());
                }
            }
        }
    }

    /** A rare product of ten thousand is found by itself. */
    @Test
    void values_tenThousandInOneDimension() {
        Cube.Builder builder = new Cube.Builder(Measure.SHARE, List.of("product", "region"));
        List<String> regions = List.of("华东", "华北", "华南");
        List<String> products = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) products.add("p" + i);
        for (int i = 0; i < 30_000; i++) {
            String product = products.get(i % 10_000);
            int hits = product.equals("p7777") ? 18 : 2;
            builder.add(List.of(product, regions.get(i / 10_000)), Totals.share(20, 2), Totals.share(20, hits));
        }
        assertThat(conditions(RootCause.explain(builder.build()))).containsExactly(Map.of("product", "p7777"));
    }
}
