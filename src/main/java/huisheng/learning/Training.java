package huisheng.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Trains the models that a user can train. Blocks. */
public final class Training {
    private Training() {}

    /** @return what was written, as text */
    public static String run(String model, Path home, Path models, String pack, List<Path> corpora) throws IOException {
        if (model.equals("words")) return told(WordsTrainer.train(home, models, pack, corpora));
        TrainingPlan plan = new TrainingPlan(home, models, pack, Corpus.readAll(corpora));
        List<ModelFile> written = switch (model) {
            case "sentiment" -> SentimentTrainer.train(plan);
            case "aspects" -> AspectsTrainer.train(plan);
            case "opinions" -> SpansTrainer.train(plan);
            case "labels" -> LabelsTrainer.train(plan);
            case "english" -> EnglishTrainer.train(plan);
            default ->
                throw new IllegalArgumentException(
                        "'" + model + "' is no model: words, sentiment, labels, opinions, aspects, english");
        };
        return told(written);
    }

    private static String told(List<ModelFile> written) {
        StringBuilder text = new StringBuilder();
        for (ModelFile file : written) text.append(file).append('\n');
        return text.toString();
    }
}
