package huisheng.learning;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.analysis.english.EnglishReader;
import huisheng.analysis.english.EnglishText;
import huisheng.analysis.english.Judgement;
import huisheng.analysis.english.Signs;
import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.model.HeadModel;
import huisheng.analysis.pack.Packs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains the models of English: the sign of a text from rows with {@code label} pos, neg or neu, then what its clauses say
 * and all other labels from rows labelled by their words. Each stands on the one before.
 */
final class EnglishTrainer {
    private static final HeadTrainer.Options CLAUSE = new HeadTrainer.Options(1, 10, 2, 0, 8, 7);
    private static final HeadTrainer.Options LABEL = new HeadTrainer.Options(1, 10, 2, 0, 8, 7);

    private final EnglishReader reader;

    EnglishTrainer(EnglishReader reader) {
        this.reader = reader;
    }

    static Learned train(TrainingPlan plan) throws IOException {
        Path corpora = plan.home().resolve("corpora");
        EnglishReader reader = EnglishReader.load(plan.home(), Packs.load(corpora, plan.pack()));
        List<JsonNode> rows = plan.corpora().stream()
                .flatMap(corpus -> corpus.rows().stream())
                .toList();
        Trained models = new EnglishTrainer(reader)
                .train(
                        rows.stream()
                                .filter(row -> row.has("label") && !row.has("sentiment"))
                                .toList(),
                        rows.stream().filter(EnglishTrainer::isTold).toList());
        return new Learned(
                List.of(
                        ModelFile.write(plan.models().resolve("english-sign.bin"), models.sign()::save),
                        ModelFile.write(plan.models().resolve("english-clauses.bin"), models.clauses()::save),
                        ModelFile.write(plan.models().resolve("english-labels.bin"), models.labels()::save)),
                models.scores());
    }

    private static boolean isTold(JsonNode row) {
        return row.has("sentiment") && row.path("language").asText().equals("en");
    }

    record Trained(HeadModel sign, HeadModel clauses, HeadModel labels, List<Score> scores) {}

    /** @param stars rows with label pos, neg or neu; {@code told} rows labelled by their words */
    Trained train(List<JsonNode> stars, List<JsonNode> told) {
        if (told.isEmpty()) throw new IllegalArgumentException("no English row is labelled with its sentiment");
        List<EnglishText> texts = told.parallelStream()
                .map(row -> reader.read(row.path("text").asText()))
                .toList();
        EnglishSign trainer = new EnglishSign(reader);
        trainer.addStars(stars);
        trainer.addTold(told);
        EnglishSign.Trained sign = trainer.train(texts);
        ClauseLabels clauses = ClauseLabels.of(told, texts, sign.signs());
        HeadTrainer.Fitted judged = new HeadTrainer(Judgement.heads(ClauseLabels.ASPECTS), CLAUSE).fit(clauses.rows());
        List<Example> examples = labels(told, texts, sign.signs(), clauses.judgements(judged));
        HeadTrainer.Fitted labels = new HeadTrainer(Labels.names(), LABEL).fit(examples);
        List<Score> scores = new ArrayList<>(Score.of("english-clauses.bin", "clauses", clauses.rows(), judged));
        scores.addAll(Score.of("english-labels.bin", "labels", examples, labels));
        return new Trained(sign.model(), judged.model(), labels.model(), scores);
    }

    private static List<Example> labels(
            List<JsonNode> rows, List<EnglishText> texts, List<Signs> signs, List<List<Judgement>> judgements) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Labels.Told told = Labels.of(rows.get(i));
            if (told == null) continue;
            FeatureSet features = EnglishReader.labels(texts.get(i), signs.get(i), judgements.get(i));
            examples.add(new Example(features.hashes(), told.labels(), i, 1, features.norm(), Example.NOTHING));
        }
        return examples;
    }
}
