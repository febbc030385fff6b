package huisheng.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadModelTest {
    private static final HeadModel.Head GOOD = new HeadModel.Head("good", 0.01f, 0.5f, 2, -1, 0.4f);
    private static final HeadModel.Head BAD = new HeadModel.Head("bad", 0.02f, -0.25f, 1, 0, 0.6f);
    private static final int[] KEYS = {10, 20, 30};
    private static final byte[] WEIGHTS = {3, -2, -4, 5, 0, 127};

    @TempDir
    Path folder;

    @Test
    void margins_addWeightsOfKnownFeatures() {
        double[] margins = model().margins(features(10, 20));
        assertThat(margins[0]).isCloseTo(0.5 + (9 - 16) * 0.01 / Math.sqrt(2), within(1e-6));
        assertThat(margins[1]).isCloseTo(-0.25 + (-4 + 25) * 0.02 / Math.sqrt(2), within(1e-6));
    }

    @Test
    void margins_unknownFeature_onlyCountsInTheLength() {
        double[] margins = model().margins(features(10, 77, 78, 79));
        assertThat(margins[0]).isCloseTo(0.5 + 9 * 0.01 / 2, within(1e-6));
        assertThat(model().margins(features(77))).containsExactly(0.5, -0.25);
        assertThat(model().margins(new FeatureSet(0))).containsExactly(0.5, -0.25);
    }

    @Test
    void probabilities_followTheCurve() {
        FeatureSet none = new FeatureSet(0);
        double[] probabilities = model().probabilities(none);
        assertThat(probabilities[0]).isCloseTo(0.5, within(1e-9));
        assertThat(probabilities[1]).isCloseTo(1 / (1 + Math.exp(0.25)), within(1e-6));
        assertThat(GOOD.probability(3)).isGreaterThan(GOOD.probability(2));
    }

    @Test
    void contributions_sumToTheMarginOfSpanFeatures() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        HeadModel model = random(random, 300, 3);
        for (int round = 0; round < 50; round++) {
            FeatureSet spans = new FeatureSet(8);
            int length = 1 + random.nextInt(40);
            for (int i = 0; i < 60; i++) {
                int start = random.nextInt(length);
                spans.add(random.nextInt(600), start, start + 1 + random.nextInt(length - start));
            }
            double[] margins = model.margins(spans);
            for (int h = 0; h < 3; h++) {
                double sum = model.heads().get(h).bias();
                for (float share : model.contributions(h, spans, length)) sum += share;
                assertThat(sum).as("seed " + seed).isCloseTo(margins[h], within(1e-3));
            }
        }
    }

    @Test
    void contributions_lieOnTheFeature_andSignalsOnNone() {
        FeatureSet set = new FeatureSet(2);
        set.add(10, 1, 3);
        set.add(30, FeatureSet.NOWHERE, FeatureSet.NOWHERE);
        float[] shares = model().contributions(0, set, 4);
        float each = (float) (9 * 0.01 / Math.sqrt(2) / 2);
        assertThat(shares[0]).isZero();
        assertThat(shares[1]).isCloseTo(each, within(1e-6f));
        assertThat(shares[2]).isCloseTo(each, within(1e-6f));
        assertThat(shares[3]).isZero();
    }

    @Test
    void among_aVocabulary_readsPlacesAlike() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        HeadModel model = random(random, 300, 5);
        KeyIndex vocabulary = KeyIndex.union(List.of(new int[] {900, 7, 901}, model.keys(), new int[] {902}));
        HeadModel placed = model.among(vocabulary);
        for (int round = 0; round < 50; round++) {
            FeatureSet plain = new FeatureSet(8);
            FeatureSet located = new FeatureSet(8, vocabulary);
            for (int i = 0; i < 60; i++) {
                int hash = random.nextInt(1_000);
                plain.add(hash, i, i + 1);
                located.add(hash, i, i + 1);
                // places asked for before the set was full
                if (i == 20) assertThat(placed.margins(located)).hasSize(5);
            }
            assertThat(placed.margins(located)).as("seed " + seed).containsExactly(model.margins(plain));
            assertThat(placed.contributions(2, located, 61))
                    .as("seed " + seed)
                    .containsExactly(model.contributions(2, plain, 61));
        }
        assertThatThrownBy(() -> placed.save(OutputStream.nullOutputStream()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> placed.among(vocabulary)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> placed.margins(new FeatureSet(8))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model.among(KeyIndex.NONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void margin_ofFactors_isTheirSum() {
        double[] margins = model().margins(features(10, 20, 77));
        double sum = margins[0] * 0.5 + margins[1] * 2;
        assertThat(model().read(features(10, 20, 77), new double[] {0.5, 2}).margin())
                .isCloseTo(sum, within(1e-9));
        assertThat(model().read(features(10, 20, 77), new double[] {0, 1}).margin())
                .isCloseTo(margins[1], within(1e-9));
    }

    @Test
    void margin_ofAPart_isThatOfItsFeaturesAlone() {
        FeatureSet whole = features(10, 20, 30, 77);
        FeaturePart part = FeaturePart.of(whole, new int[] {3, 1}, new int[] {0, 0}, new int[] {1, 1}, 2);
        double[] factors = {0.5, 2};
        double alone = model().read(features(77, 20), factors).margin();
        HeadReading reading = model().read(whole, factors);
        assertThat(reading.margin(part)).isEqualTo(alone);
        assertThat(reading.margin(FeaturePart.all(whole))).isEqualTo(reading.margin());
        FeaturePart other = FeaturePart.all(features(10));
        assertThatThrownBy(() -> reading.margin(other)).isInstanceOf(IllegalArgumentException.class);
        whole.signal(1, 1);
        assertThatThrownBy(reading::margin).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void joined_tellsWhatBothTell() {
        HeadModel first = model();
        HeadModel second = HeadModel.of(List.of(BAD), new int[] {5, 20}, new byte[] {7, -9});
        HeadModel joined = HeadModel.joined(first, second);
        assertThat(joined.keys()).containsExactly(5, 10, 20, 30);
        for (FeatureSet set : List.of(features(5, 10), features(20, 77), features(30), new FeatureSet(0))) {
            double[] margins = first.margins(set);
            assertThat(joined.margins(set)).containsExactly(margins[0], margins[1], second.margins(set)[0]);
        }
    }

    @Test
    void head_byName_hasItsPlace() {
        assertThat(model().head("good")).isZero();
        assertThat(model().head("bad")).isEqualTo(1);
        assertThat(model().head("other")).isEqualTo(-1);
    }

    @Test
    void load_saved_isTheSameModel() throws IOException {
        Random random = new Random(3);
        HeadModel model = random(random, 500, 4);
        HeadModel loaded = HeadModel.load(save(model, "first.bin"));
        assertThat(loaded.heads()).isEqualTo(model.heads());
        for (int round = 0; round < 50; round++) {
            FeatureSet set = new FeatureSet(8);
            for (int i = 0; i < 40; i++) set.add(random.nextInt(1_000), 0, 1);
            assertThat(loaded.margins(set)).containsExactly(model.margins(set));
        }
        assertThat(Files.readAllBytes(save(loaded, "second.bin")))
                .isEqualTo(Files.readAllBytes(folder.resolve("first.bin")));
    }

    @Test
    void load_otherFile_isRefused() throws IOException {
        Path other = folder.resolve("other.bin");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(other))) {
            out.write(new byte[64]);
        }
        assertThatThrownBy(() -> HeadModel.load(other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other.bin");
    }

    @Test
    void of_weightsThatDoNotFit_isRefused() {
        assertThatThrownBy(() -> HeadModel.of(List.of(GOOD, BAD), KEYS, new byte[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fit");
    }

    private Path save(HeadModel model, String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            model.save(out);
        }
        return file;
    }

    private static HeadModel model() {
        return HeadModel.of(List.of(GOOD, BAD), KEYS, WEIGHTS);
    }

    /** Keys 0 to before {@code keys}. */
    private static HeadModel random(Random random, int keys, int heads) {
        int[] all = new int[keys];
        for (int k = 0; k < keys; k++) all[k] = k;
        byte[] weights = new byte[keys * heads];
        for (int w = 0; w < weights.length; w++) weights[w] = (byte) (random.nextInt(255) - 127);
        List<HeadModel.Head> described = new ArrayList<>();
        for (int h = 0; h < heads; h++) {
            described.add(new HeadModel.Head("head " + h, 1e-4f * (h + 1), h - 1, 1, 0, 0.5f));
        }
        return HeadModel.of(described, all, weights);
    }

    private static FeatureSet features(int... hashes) {
        FeatureSet set = new FeatureSet(hashes.length);
        for (int i = 0; i < hashes.length; i++) set.add(hashes[i], i, i + 1);
        return set;
    }
}
