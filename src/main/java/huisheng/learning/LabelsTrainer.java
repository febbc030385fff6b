package huisheng.learning;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.analysis.Draft;
import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import huisheng.analysis.label.Signals;
import huisheng.analysis.model.Tagger;
import huisheng.analysis.model.WordClusters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains what reads labels off the whole text, and the tagger of competitors. Of corpora labelled by stars only
 * the rows that the sentiment model has not seen teach: on the others it looks better than it is.
 */
final class LabelsTrainer {
    private static final HeadTrainer.Options OPTIONS = new HeadTrainer.Options(0.3, 8, 3, 0, 5, 7);

    private final Pipeline reader;
    private final List<Example> examples = new ArrayList<>();
    private final List<TaggerTrainer.Sentence> compared = new ArrayList<>();

    private LabelsTrainer(Pipeline reader) {
        this.reader = reader;
    }

    static Learned train(TrainingPlan plan) throws IOException {
        LabelsTrainer trainer = new LabelsTrainer(PipelineFactory.signed(plan.home(), plan.models(), plan.pack()));
        for (Corpus corpus : plan.corpora()) trainer.add(corpus);
        HeadTrainer.Fitted fitted = new HeadTrainer(Labels.names(), OPTIONS).fit(trainer.examples, trainer.priors());
        WordClusters clusters = WordClusters.load(plan.models().resolve("words.bin"));
        Tagger tagger = new TaggerTrainer(List.of("competitor"), clusters).fit(trainer.compared);
        return new Learned(
                List.of(
                        ModelFile.write(plan.models().resolve("labels.bin"), fitted.model()::save),
                        ModelFile.write(plan.models().resolve("competitors.bin"), tagger::save)),
                Score.of("labels.bin", "labels", trainer.examples, fitted));
    }

    private double[][] priors() {
        int heads = Labels.names().size();
        double[][] priors = new double[examples.size()][heads];
        for (int i = 0; i < priors.length; i++)
            priors[i][heads - 1] = examples.get(i).prior();
        return priors;
    }

    private void add(Corpus corpus) {
        List<JsonNode> rows = new ArrayList<>();
        List<Labels.Told> told = new ArrayList<>();
        for (JsonNode row : corpus.rows().stream().anyMatch(Labels::isByStars) ? HeldOut.of(corpus) : corpus.rows()) {
            Labels.Told own = Labels.of(row);
            if (own == null || row.path("language").asText().equals("en")) continue;
            rows.add(row);
            told.add(own);
        }
        List<Draft> drafts = new Reading(reader).of(rows);
        for (int i = 0; i < rows.size(); i++) {
            Draft draft = drafts.get(i);
            Signals.addTo(draft.features, draft);
            examples.add(new Example(
                    draft.features.hashes(),
                    told.get(i).labels(),
                    examples.size(),
                    told.get(i).weight(),
                    draft.features.norm(),
                    draft.sign.margin()));
            if (!rows.get(i).path("comparisons").isEmpty()) {
                compared.add(new TaggerTrainer.Sentence(draft, Spans.find(draft, competitors(rows.get(i)))));
            }
        }
    }

    private static List<Spans.Named> competitors(JsonNode row) {
        List<Spans.Named> named = new ArrayList<>();
        for (JsonNode comparison : row.path("comparisons")) {
            named.add(new Spans.Named(0, comparison.path("competitor").asText()));
        }
        return named;
    }
}
