package huisheng.learning;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.analysis.english.EnglishReader;
import huisheng.analysis.english.EnglishText;
import huisheng.analysis.english.Signs;
import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.model.HeadModel;
import huisheng.analysis.model.KeyIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The model of signs, and for the rows labelled by their words what a model says of each that has not seen it: the models
 * that stand on the sign would trust it too much otherwise.
 */
final class EnglishSign {
    /** Rows labelled by stars are in the last fold, which is never held out. */
    private static final int FOLDS = 6;

    private static final HeadTrainer.Options OPTIONS = new HeadTrainer.Options(0.15, 8, 2, 0, FOLDS, 7);
    /** A text of three stars is a weak witness against. */
    private static final double MIDDLING = 0.5;
    /** Rows of one domain and sign weigh together as much as this many rows. */
    private static final double BALANCE = 10_000;
    /** No row of a small corpus shouts louder than this. */
    private static final float MOST = 4;

    private final EnglishReader reader;
    private final List<Example> examples = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();

    EnglishSign(EnglishReader reader) {
        this.reader = reader;
    }

    /** Rows with {@code label} pos, neg or neu, and a {@code domain} where they have one. */
    void addStars(List<JsonNode> rows) {
        List<FeatureSet> features = rows.parallelStream()
                .map(row -> EnglishReader.sign(reader.read(row.path("text").asText())))
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            String label = rows.get(i).path("label").asText();
            float weight = (float) (label.equals("neu") ? MIDDLING : 1);
            String kind = rows.get(i).path("domain").asText() + " " + label;
            add(features.get(i), label.equals("pos"), FOLDS - 1, weight, kind);
        }
    }

    /** Rows labelled by their words: the text where it has one sign, and the words of each opinion. */
    void addTold(List<JsonNode> rows) {
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            int group = i % (FOLDS - 1);
            addSigned(row.path("text").asText(), row.path("sentiment").asText(), group, "text");
            for (JsonNode opinion : row.path("opinions")) {
                String polarity = opinion.path("polarity").asText();
                addSigned(opinion.path("opinion").asText(), polarity, group, "opinion");
            }
        }
    }

    private void addSigned(String text, String sign, int group, String kind) {
        if (!sign.equals("positive") && !sign.equals("negative")) return;
        boolean positive = sign.equals("positive");
        add(EnglishReader.sign(reader.read(text)), positive, group, 1, kind + " " + sign);
    }

    private void add(FeatureSet features, boolean positive, int group, float weight, String kind) {
        byte[] label = {(byte) (positive ? 1 : 0)};
        examples.add(new Example(features.hashes(), label, group, weight, features.norm(), Example.NOTHING));
        kinds.add(kind);
    }

    /** The model, and the sounds of each of the texts to models that have not seen it. */
    record Trained(HeadModel model, List<Signs> signs) {}

    /** @param texts of the rows given to {@link #addTold}, in order */
    Trained train(List<EnglishText> texts) {
        if (kinds.stream().noneMatch(kind -> kind.endsWith("pos"))) {
            throw new IllegalArgumentException("no row is labelled pos, neg or neu");
        }
        Map<String, Integer> counts = new HashMap<>();
        kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum));
        List<Example> balanced = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Example own = examples.get(i);
            float weight = (float) (own.weight() * BALANCE / counts.getOrDefault(kinds.get(i), 1));
            balanced.add(new Example(
                    own.features(), own.labels(), own.group(), Math.min(weight, MOST), own.norm(), Example.NOTHING));
        }
        Compact compact = Compact.of(balanced, OPTIONS.minimum());
        HeadModel model =
                new HeadTrainer(List.of("positive"), OPTIONS).fit(balanced).model();
        KeyIndex index = new KeyIndex(compact.keys());
        List<LinearTrainer.Weights> blind = IntStream.range(0, FOLDS - 1)
                .parallel()
                .mapToObj(fold -> new LinearTrainer(OPTIONS).fit(compact, 0, fold))
                .toList();
        double slope = model.heads().getFirst().slope();
        List<Signs> signs = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            LinearTrainer.Weights weights = blind.get(i % (FOLDS - 1));
            signs.add(EnglishReader.signs(texts.get(i), features -> slope * margin(features, index, weights)));
        }
        return new Trained(model, signs);
    }

    private static double margin(FeatureSet features, KeyIndex index, LinearTrainer.Weights weights) {
        double sum = 0;
        for (int f = 0; f < features.size(); f++) {
            int key = index.find(features.hash(f));
            if (key >= 0) sum += weights.slots()[key];
        }
        return weights.bias() + sum * features.norm();
    }
}
