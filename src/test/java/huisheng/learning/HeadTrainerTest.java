package huisheng.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.model.HeadModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeadTrainerTest {
    private static final int EVEN = 1_001;
    private static final int ODD = 1_002;
    private static final List<String> HEADS = List.of("even", "odd");

    @Test
    void fit_toySet_separatesIt() {
        HeadModel model = trainer().fit(rows(false)).model();
        double[] even = model.probabilities(features(EVEN, 3));
        double[] odd = model.probabilities(features(ODD, 3));
        assertThat(even[0]).isGreaterThan(0.8);
        assertThat(even[1]).isLessThan(0.2);
        assertThat(odd[0]).isLessThan(0.2);
        assertThat(odd[1]).isGreaterThan(0.8);
    }

    @Test
    void fit_heldOutMargins_tellTheLabelToo() {
        List<Example> rows = rows(false);
        double[][] margins = trainer().fit(rows).margins();
        for (int i = 0; i < margins.length; i++) {
            assertThat(margins[i][0] > 0).isEqualTo(rows.get(i).labels()[0] == 1);
        }
    }

    @Test
    void fit_unknownLabels_teachNothing() {
        List<Example> rows = rows(false);
        List<Example> more = new ArrayList<>(rows);
        for (int i = 0; i < 200; i++) {
            byte[] unknown = {Example.UNKNOWN, Example.UNKNOWN};
            more.add(Example.of(features(EVEN, ODD, i % 7), unknown, i));
        }
        HeadModel once = trainer().fit(rows).model();
        HeadModel again = trainer().fit(more).model();
        assertThat(again.heads()).isEqualTo(once.heads());
        assertThat(again.margins(features(EVEN, 2))).containsExactly(once.margins(features(EVEN, 2)));
    }

    @Test
    void fit_marginsKnownAlready_areNotLearnedAgain() {
        List<Example> known = new ArrayList<>();
        for (Example row : rows(false)) {
            double prior = row.labels()[1] == 1 ? 5 : -5;
            known.add(new Example(row.features(), row.labels(), row.group(), 1, row.norm(), new double[] {0, prior}));
        }
        double[] learned = trainer().fit(known).model().margins(features(ODD, 3));
        double[] anew = trainer().fit(rows(false)).model().margins(features(ODD, 3));
        assertThat(learned[1]).isCloseTo(0, within(1e-6));
        assertThat(anew[1]).isGreaterThan(0.5);
        assertThat(learned[0]).as("only the last head has a prior").isEqualTo(anew[0]);
    }

    @Test
    void fit_rareFeatures_areLeftOut() {
        List<Example> rows = new ArrayList<>(rows(false));
        rows.add(Example.of(features(EVEN, 9_999), new byte[] {1, 0}, 1));
        HeadModel model = trainer().fit(rows).model();
        FeatureSet rare = features(9_999);
        assertThat(model.margins(rare)).containsExactly(model.margins(new FeatureSet(0)));
    }

    @Test
    void onTop_correctedRow_movesItsOwnFeature_andNothingElse() {
        HeadModel before = trainer().fit(rows(false)).model();
        FeatureSet corrected = features(EVEN, 9_999);
        List<Example> rows = new ArrayList<>();
        byte[] odd = {0, 1};
        rows.add(Example.of(corrected, odd, 0).knowing(before.margins(corrected), OnTop.OWN));
        for (Example row : rows(false)) rows.add(row.holding(before.margins(row.set())));

        HeadModel after =
                new HeadTrainer(HEADS, OnTop.OPTIONS).onTop(before, rows, 1).model();

        assertThat(before.margins(corrected)[1]).isNegative();
        assertThat(after.margins(corrected)[1]).isPositive();
        assertThat(after.margins(features(9_999))[1]).isPositive();
        for (int neutral = 0; neutral < 7; neutral++) {
            FeatureSet even = features(EVEN, neutral);
            assertThat(after.margins(even)[1]).isNegative().isCloseTo(before.margins(even)[1], within(0.5));
            FeatureSet unlike = features(ODD, neutral);
            assertThat(after.margins(unlike)).containsExactly(before.margins(unlike), within(0.05));
        }
        assertThat(after.heads()).extracting(HeadModel.Head::bias).isEqualTo(biases(before));
    }

    @Test
    void withHeads_moreHeads_leaveTheOthersAsTheyWere() {
        HeadModel before = trainer().fit(rows(true)).model();
        HeadModel after = OnTop.withHeads(before, List.of("new"));
        FeatureSet set = features(EVEN, 3);
        assertThat(after.margins(set)).startsWith(before.margins(set)).hasSize(3);
        assertThat(after.margins(set)[2]).isEqualTo(-1);
    }

    private static List<Float> biases(HeadModel model) {
        return model.heads().stream().map(HeadModel.Head::bias).toList();
    }

    @Test
    void fit_twice_givesTheSameBytes() throws IOException {
        assertThat(bytes(trainer().fit(rows(true)).model()))
                .isEqualTo(bytes(trainer().fit(rows(true)).model()));
    }

    private static byte[] bytes(HeadModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.save(out);
        return out.toByteArray();
    }

    private static HeadTrainer trainer() {
        return new HeadTrainer(HEADS, HeadTrainer.Options.DEFAULT);
    }

    /** Every second row carries the one feature or the other, beside what tells nothing; some labels are wrong. */
    private static List<Example> rows(boolean noisy) {
        Random random = new Random(5);
        List<Example> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean even = i % 2 == 0;
            boolean told = (noisy && random.nextInt(10) == 0) != even;
            byte[] labels = {(byte) (told ? 1 : 0), (byte) (told ? 0 : 1)};
            rows.add(Example.of(features(even ? EVEN : ODD, random.nextInt(7), 10 + random.nextInt(7)), labels, i));
        }
        return rows;
    }

    private static FeatureSet features(int... hashes) {
        FeatureSet set = new FeatureSet(hashes.length);
        for (int i = 0; i < hashes.length; i++) set.add(hashes[i], i, i + 1);
        return set;
    }
}
