package huisheng.learning;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.analysis.Draft;
import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import huisheng.analysis.label.Signals;
import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.model.HeadModel;
import huisheng.analysis.sentiment.Domains;
import huisheng.analysis.sentiment.SentimentModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains the sentiment model and the classifier of its domains. A corpus with enough rows is a domain of its own. Every
 * twentieth row is left to {@link LabelsTrainer}, which learns where this model errs. The same corpora in the same order give
 * the same bytes.
 */
final class SentimentTrainer {
    /** A smaller corpus teaches only what holds in all trades. */
    private static final int DOMAIN_ROWS = 2_000;

    private static final HeadTrainer.Options SIGN = new HeadTrainer.Options(0.15, 8, 4, 0.5, HeldOut.FOLDS, 7);
    private static final HeadTrainer.Options DOMAIN = new HeadTrainer.Options(0.1, 4, 25, 0.3, 3, 7);

    private final Pipeline reader;
    private final List<byte[]> labels = new ArrayList<>();
    private final List<FeatureSet> features = new ArrayList<>();
    private final List<Integer> domainOf = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();
    private final List<String> domains = new ArrayList<>();

    private SentimentTrainer(Pipeline reader) {
        this.reader = reader;
    }

    static Learned train(TrainingPlan plan) throws IOException {
        SentimentTrainer trainer =
                new SentimentTrainer(PipelineFactory.reader(plan.home(), plan.models(), plan.pack()));
        for (Corpus corpus : plan.corpora()) trainer.add(corpus);
        return trainer.fit(plan.models());
    }

    private void add(Corpus corpus) {
        List<JsonNode> signed =
                corpus.rows().stream().filter(row -> sign(row) != null).toList();
        Map<String, Integer> sizes = new HashMap<>();
        for (JsonNode row : signed) sizes.merge(trade(corpus, row), 1, Integer::sum);
        List<Draft> drafts = new Reading(reader).of(signed);
        for (int i = 0; i < drafts.size(); i++) {
            labels.add(new byte[] {(byte) (Boolean.TRUE.equals(sign(signed.get(i))) ? 1 : 0)});
            Signals.addOpinions(drafts.get(i).features, drafts.get(i).opinions);
            features.add(drafts.get(i).features);
            domainOf.add(domain(trade(corpus, signed.get(i)), sizes));
            groups.add(i);
        }
    }

    /**
     * Moves the weights of all trades of the model that is there. Words that a trade uses in its own way are learned with
     * {@link #train} from rows of that trade.
     */
    static Learned onTop(TrainingPlan plan) throws IOException {
        Path file = plan.models().resolve("sentiment.bin");
        SentimentModel before = SentimentModel.load(file);
        Domains trades = new Domains(HeadModel.load(plan.models().resolve("domains.bin")));
        SentimentTrainer trainer =
                new SentimentTrainer(PipelineFactory.reader(plan.home(), plan.models(), plan.pack()));
        for (Corpus corpus : plan.corpora()) trainer.add(corpus);
        int own = trainer.features.size();
        if (own == 0) throw new IllegalArgumentException("no row is positive or negative");
        for (Corpus corpus : plan.written()) trainer.add(corpus);
        List<Example> rows = new ArrayList<>();
        for (int i = 0; i < trainer.features.size(); i++) {
            FeatureSet features = trainer.features.get(i);
            double[] known = {before.read(features, trades.shares(features)).margin()};
            Example row = trainer.signExample(i, -1);
            rows.add(i < own ? row.knowing(known, OnTop.OWN) : row.holding(known));
        }
        Compact compact = Compact.ofFirst(rows, own);
        SentimentModel after = plus(
                before, compact.keys(), LinearTrainer.withoutBias(OnTop.OPTIONS).fit(compact, 0, -1));
        return new Learned(List.of(ModelFile.write(file, after::save)), scores(compact, own));
    }

    private static SentimentModel plus(SentimentModel before, int[] keys, LinearTrainer.Weights moved) {
        // the first head is that of all trades
        return new SentimentModel(HeadTrainer.plus(before.heads(), keys, List.of(moved.slots())));
    }

    /** Of the user's rows: before, and by models that have learned from the others. */
    private static List<Score> scores(Compact compact, int own) {
        int folds = OnTop.OPTIONS.folds();
        List<LinearTrainer.Weights> blind = IntStream.range(0, folds)
                .parallel()
                .mapToObj(fold -> LinearTrainer.withoutBias(OnTop.OPTIONS).fit(compact, 0, fold))
                .toList();
        int before = 0;
        int after = 0;
        for (int row = 0; row < own; row++) {
            boolean positive = compact.row(row).labels()[0] == 1;
            double known = compact.row(row).prior(0);
            if (known > 0 == positive) before++;
            if (known + compact.margin(row, blind.get(compact.fold(row, folds))) > 0 == positive) after++;
        }
        return List.of(
                Score.accuracy("sentiment.bin", "before, sign (accuracy)", own, before),
                Score.accuracy("sentiment.bin", "sign (accuracy)", own, after));
    }

    /** The trade that the row names, else its corpus. */
    private static String trade(Corpus corpus, JsonNode row) {
        return row.path("domain").asText(corpus.name());
    }

    private int domain(String trade, Map<String, Integer> sizes) {
        if (sizes.getOrDefault(trade, 0) < DOMAIN_ROWS) return -1;
        if (!domains.contains(trade)) domains.add(trade);
        return domains.indexOf(trade);
    }

    static @Nullable Boolean sign(JsonNode row) {
        if (row.has("corrected") && !Labels.tells(row, "sentiment")) return null;
        return switch (row.path("label").asText(row.path("sentiment").asText())) {
            case "pos", "positive" -> Boolean.TRUE;
            case "neg", "negative" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** @throws IllegalArgumentException where one sign has no rows */
    private Learned fit(Path models) throws IOException {
        long positives = labels.stream().filter(label -> label[0] == 1).count();
        if (positives == 0 || positives == labels.size()) {
            throw new IllegalArgumentException("a sentiment model needs positive and negative rows");
        }
        List<Score> scores = new ArrayList<>();
        HeadModel classifier = domainClassifier(scores);
        ModelFile domainFile = ModelFile.write(models.resolve("domains.bin"), classifier::save);
        SentimentModel model = signModel(scores);
        return new Learned(List.of(domainFile, ModelFile.write(models.resolve("sentiment.bin"), model::save)), scores);
    }

    private HeadModel domainClassifier(List<Score> scores) {
        List<Example> rows = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            int own = domainOf.get(i);
            if (own < 0) continue;
            byte[] label = new byte[domains.size()];
            label[own] = 1;
            rows.add(Example.of(features.get(i), label, i));
        }
        HeadTrainer.Fitted fitted = new HeadTrainer(domains, DOMAIN).fit(rows);
        scores.addAll(Score.of("domains.bin", "trade", rows, fitted));
        return fitted.model();
    }

    private SentimentModel signModel(List<Score> scores) {
        List<Example> rows = new ArrayList<>(features.size());
        for (int i = 0; i < features.size(); i++) rows.add(signExample(i, domainOf.get(i)));
        Compact compact = Compact.of(rows, SIGN.minimum());
        LinearTrainer.Weights weights = new LinearTrainer(SIGN).fit(compact, 0, HeldOut.FOLD);
        return model(
                new SignWeights(compact.keys(), weights.slots()), weights.bias(), calibrate(compact, weights, scores));
    }

    private SentimentModel model(SignWeights weights, float bias, Calibration calibration) {
        int[] keys = weights.ofMany(features);
        int heads = domains.size() + 1;
        byte[] quantised = new byte[keys.length * heads];
        List<HeadModel.Head> described = new ArrayList<>();
        for (int h = 0; h < heads; h++) {
            float scale = HeadTrainer.quantise(weights.of(keys, h - 1), h, heads, quantised);
            described.add(
                    h == 0
                            ? new HeadModel.Head(
                                    SentimentModel.ALL,
                                    scale,
                                    bias,
                                    (float) calibration.slope(),
                                    (float) calibration.offset(),
                                    0.5f)
                            : new HeadModel.Head(domains.get(h - 1), scale, 0, 1, 0, 0.5f));
        }
        return new SentimentModel(HeadModel.of(described, keys, quantised));
    }

    /** @param domain -1 for the weights of all trades only */
    private Example signExample(int row, int domain) {
        int[] hashes = features.get(row).hashes();
        int[] keys = new int[domain < 0 ? hashes.length : hashes.length * 2];
        for (int f = 0; f < hashes.length; f++) {
            keys[f] = SignWeights.key(hashes[f], -1);
            if (domain >= 0) keys[hashes.length + f] = SignWeights.key(hashes[f], domain);
        }
        return new Example(
                keys, labels.get(row), groups.get(row), 1, features.get(row).norm(), Example.NOTHING);
    }

    /** On the rows that the weights have not seen. */
    private static Calibration calibrate(Compact compact, LinearTrainer.Weights weights, List<Score> scores) {
        int[] heldOut = IntStream.range(0, compact.size())
                .filter(row -> compact.fold(row, SIGN.folds()) == HeldOut.FOLD)
                .toArray();
        double[] margins = Arrays.stream(heldOut)
                .mapToDouble(row -> compact.margin(row, weights))
                .toArray();
        boolean[] positive = new boolean[heldOut.length];
        for (int i = 0; i < heldOut.length; i++)
            positive[i] = compact.row(heldOut[i]).labels()[0] == 1;
        Calibration calibration = Calibration.fit(margins, positive);
        int right = 0;
        for (int i = 0; i < margins.length; i++) {
            if (calibration.slope() * margins[i] + calibration.offset() > 0 == positive[i]) right++;
        }
        scores.add(Score.accuracy("sentiment.bin", "sign (accuracy)", margins.length, right));
        return calibration;
    }
}
