package huisheng.insight.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClustersTest {
    private static final List<String> SEGMENTS = List.of("送礼", "自饮", "尝鲜");

    @Test
    void answer_isTheSameForAnyOrder() {
        List<Item> items = new ArrayList<>(Wishes.read("wishes.tsv").items());
        items.add(new Item(9_000, items.get(0).text(), items.get(0).keywords(), 0.1));
        items.add(new Item(9_001, items.get(0).text(), items.get(0).keywords(), 0.7));
        Clustering first = Clusters.ofTexts(items);
        for (int i = 0; i < 5; i++) {
            long seed = 77L + i;
            Collections.shuffle(items, new Random(seed));
            assertThat(Clusters.ofTexts(items))
                    .as("shuffled with seed %d", seed)
                    .isEqualTo(first);
        }
    }

    @Test
    void answer_holdsEachItemOnceAndTheSharesOfAll() {
        List<Item> items = Wishes.read("wishes.tsv").items();
        Clustering found = Clusters.ofTexts(items);
        List<Long> ids = Stream.concat(
                        found.clusters().stream()
                                .flatMap(cluster -> cluster.members().stream())
                                .map(Cluster.Member::id),
                        found.unclustered().stream())
                .sorted()
                .toList();
        assertThat(ids).isEqualTo(items.stream().map(Item::id).toList());
        assertThat(found.items()).isEqualTo(items.size());
        assertThat(found.clusters())
                .isSortedAccordingTo(Comparator.comparingDouble(Cluster::weight).reversed());
        for (Cluster cluster : found.clusters()) {
            assertThat(cluster.members()).hasSizeGreaterThanOrEqualTo(Clusters.MIN_MEMBERS);
            assertThat(cluster.members())
                    .isSortedAccordingTo(Comparator.comparingDouble(Cluster.Member::closeness)
                            .reversed());
            assertThat(cluster.cohesion()).isBetween(Tuning.TEXTS.minCloseness(), 1.0);
            assertThat(cluster.share()).isEqualTo(cluster.members().size() / (double) items.size(), within(1e-9));
            assertThat(cluster.terms()).isNotEmpty().hasSizeLessThanOrEqualTo(Naming.TERMS);
        }
    }

    @Test
    void items_noneOneTwo() {
        assertThat(Clusters.ofTexts(List.of())).isEqualTo(new Clustering(List.of(), List.of(), 0));
        assertThat(Clusters.ofTexts(same(1)).unclustered()).containsExactly(0L);
        assertThat(Clusters.ofTexts(same(2)).unclustered()).containsExactly(0L, 1L);
        assertThat(Clusters.ofProfiles(List.of()).items()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40, 5_000})
    void items_allTheSame(int number) {
        Clustering found = Clusters.ofTexts(same(number));
        assertThat(found.unclustered()).isEmpty();
        assertThat(found.clusters()).hasSize(1);
        Cluster cluster = found.clusters().get(0);
        assertThat(cluster.label()).contains("小瓶装");
        assertThat(cluster.members()).hasSize(number);
        assertThat(cluster.share()).isEqualTo(1, within(1e-9));
        assertThat(cluster.weight()).isEqualTo(2.0 * number, within(1e-6));
    }

    @Test
    void items_sameAmongOthersCountWithTheirWeight() {
        List<Item> items = new ArrayList<>(Wishes.read("catering.tsv").alone().items());
        for (int i = 0; i < 4; i++) items.add(new Item(100 + i, "希望增加手机支付", List.of("手机", "支付"), 50));
        Cluster largest = Clusters.ofTexts(items).clusters().get(0);
        assertThat(largest.members().stream().map(Cluster.Member::id)).contains(100L, 101L, 102L, 103L);
        assertThat(largest.weight()).isGreaterThanOrEqualTo(200);
        assertThat(largest.label()).contains("支付");
    }

    @Test
    void items_thatSayNothingAreUnclustered() {
        List<Item> items = LongStream.range(0, 9)
                .mapToObj(id -> new Item(
                        id,
                        List.of("", "  ", "希望", "！！！", "好的", "能不能", "的", "👍", "。")
                                .get((int) id),
                        List.of()))
                .toList();
        Clustering found = Clusters.ofTexts(items);
        assertThat(found.clusters()).isEmpty();
        assertThat(found.unclustered()).hasSize(9).isSorted();
    }

    @Test
    void items_tooManyAreRefused() {
        assertThatThrownBy(() -> Clusters.ofTexts(same(5_001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at most 5000 items can be clustered, not 5001");
        List<Profile> profiles = Collections.nCopies(5_001, new Profile(1, List.of("a")));
        assertThatThrownBy(() -> Clusters.ofProfiles(profiles)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void items_asManyAsAllowed() {
        Wishes many = Sayings.of(5, Clusters.MAX_ITEMS, 30, 0.3);
        assertThat(Clusters.ofTexts(many.items()).clusters()).hasSizeGreaterThan(10);
    }

    @Test
    void texts_veryLongAreCut() {
        List<Item> items = IntStream.range(0, 6)
                .mapToObj(i -> new Item(i, "希望出小瓶装" + "𠮷啊".repeat(100_000 + i), List.of("小瓶装")))
                .toList();
        Clustering found = Clusters.ofTexts(items);
        assertThat(found.clusters()).hasSize(1);
        assertThat(found.clusters().get(0).label()).hasSizeLessThanOrEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void weights_mustBeAboveZeroAndFinite(double weight) {
        assertThatThrownBy(() -> new Item(7, "希望出小瓶装", List.of(), weight))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("item 7");
    }

    @Test
    void profiles_ofSegments() {
        long seed = 31;
        SplittableRandom random = new SplittableRandom(seed);
        List<String> gold = new ArrayList<>();
        List<Profile> profiles = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            int segment = random.nextInt(SEGMENTS.size());
            gold.add(SEGMENTS.get(segment));
            profiles.add(new Profile(i, features(segment, random)));
        }
        Clustering found = Clusters.ofProfiles(profiles);
        String[] own = new String[600];
        Arrays.setAll(own, i -> "- " + i);
        for (Cluster cluster : found.clusters()) {
            for (Cluster.Member member : cluster.members()) own[(int) member.id()] = cluster.label();
        }
        Agreement agreement = Agreement.of(gold, List.of(own));
        System.out.println("profiles, seed " + seed + ": " + agreement + " "
                + found.clusters().stream().map(Cluster::label).toList());
        assertThat(agreement.v()).isGreaterThanOrEqualTo(0.75);
        assertThat(agreement.rand()).isGreaterThanOrEqualTo(0.75);
        Collections.reverse(profiles);
        assertThat(Clusters.ofProfiles(profiles)).isEqualTo(found);
    }

    @Test
    void profiles_ofNoSegments() {
        int found = 0;
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Profile> profiles = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                List<String> features = new ArrayList<>();
                for (int dimension = 0; dimension < 5; dimension++) features.add(dimension + "=" + random.nextInt(4));
                profiles.add(new Profile(i, features));
            }
            found += Clusters.ofProfiles(profiles).clusters().isEmpty() ? 0 : 1;
        }
        System.out.println("profiles of independent features: segments in " + found + " of 20 seeds");
        assertThat(found).isLessThanOrEqualTo(1);
    }

    @Test
    void profiles_allTheSame() {
        List<Profile> profiles = LongStream.range(0, 5)
                .mapToObj(id -> new Profile(id, List.of("女", "26-35岁", "6-35")))
                .toList();
        Cluster only = Clusters.ofProfiles(profiles).clusters().get(0);
        assertThat(only.members()).hasSize(5);
        assertThat(only.label()).isEqualTo("26-35岁 · 6-35");
    }

    /** Three features that tell, each missing now and then, and two that do not. */
    private static List<String> features(int segment, SplittableRandom random) {
        String[][] telling = {
            {"包装差评", "36-45岁", "送礼", "投诉"}, {"口感好评", "46岁以上", "复购", "自饮"}, {"价格差评", "18-25岁", "建议", "尝鲜"}
        };
        List<String> features = new ArrayList<>();
        for (String feature : telling[segment]) {
            int from = random.nextInt(100) < 80 ? segment : random.nextInt(3);
            int at = List.of(telling[segment]).indexOf(feature);
            if (random.nextInt(100) < 85) features.add(telling[from][at]);
        }
        features.add("地区" + random.nextInt(6));
        features.add("渠道" + random.nextInt(4));
        return features;
    }

    private static List<Item> same(int number) {
        return LongStream.range(0, number)
                .mapToObj(id -> new Item(id, "希望出小瓶装", List.of("小瓶装"), 2))
                .toList();
    }
}
