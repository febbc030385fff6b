package huisheng.learning;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.analysis.Draft;
import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import huisheng.analysis.label.LabelStage;
import huisheng.analysis.label.Signals;
import huisheng.analysis.model.HeadModel;
import huisheng.analysis.model.Tagger;
import huisheng.analysis.model.WordClusters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trains what reads labels off the whole text, and the tagger of competitors. Of corpora labelled by stars only
 * the rows that the sentiment model has not seen teach: on the others it looks better than it is.
 */
final class LabelsTrainer {
    private static final HeadTrainer.Options OPTIONS = new HeadTrainer.Options(0.3, 8, 3, 0, 5, 7);
    private static final String LABELS = "labels.bin";
    private static final String COMPETITORS = "competitors.bin";

    private final Pipeline reader;
    private final @Nullable HeadModel before;
    private final List<Example> examples = new ArrayList<>();
    /** The user's rows on top of {@code before}. */
    private final List<Example> told = new ArrayList<>();

    private int group;
    private final List<TaggerTrainer.Sentence> compared = new ArrayList<>();

    private LabelsTrainer(TrainingPlan plan, @Nullable HeadModel before) throws IOException {
        this.reader = PipelineFactory.signed(plan.home(), plan.models(), plan.pack());
        this.before = before;
    }

    /** Starts from the models that are there, which the project's own written rows hold in place. */
    static Learned onTop(TrainingPlan plan) throws IOException {
        HeadModel before = HeadModel.load(plan.models().resolve(LABELS));
        LabelsTrainer trainer = new LabelsTrainer(plan, before);
        for (Corpus corpus : plan.corpora()) trainer.add(corpus.rows(), true);
        if (trainer.told.isEmpty()) throw new IllegalArgumentException("no Chinese row tells a label");
        int own = trainer.told.size();
        trainer.told.forEach(row -> trainer.examples.add(row.holdingTheRest()));
        int ownCompared = trainer.compared.size();
        for (Corpus corpus : plan.written()) trainer.add(corpus.rows(), false);
        HeadTrainer.Fitted fitted = new HeadTrainer(Labels.names(), OnTop.OPTIONS).onTop(before, trainer.examples, own);
        List<ModelFile> written = new ArrayList<>();
        written.add(ModelFile.write(plan.models().resolve(LABELS), fitted.model()::save));
        if (ownCompared > 0)
            written.add(ModelFile.write(plan.models().resolve(COMPETITORS), trainer.tagger(plan)::save));
        return new Learned(written, OnTop.scores(LABELS, "labels", trainer.told, before, fitted));
    }

    static Learned train(TrainingPlan plan) throws IOException {
        LabelsTrainer trainer = new LabelsTrainer(plan, null);
        for (Corpus corpus : plan.corpora()) {
            boolean stars = corpus.rows().stream().anyMatch(Labels::isByStars);
            trainer.add(stars ? HeldOut.of(corpus) : corpus.rows(), true);
        }
        HeadTrainer.Fitted fitted = new HeadTrainer(Labels.names(), OPTIONS).fit(trainer.examples, trainer.priors());
        return new Learned(
                List.of(
                        ModelFile.write(plan.models().resolve(LABELS), fitted.model()::save),
                        ModelFile.write(plan.models().resolve(COMPETITORS), trainer.tagger(plan)::save)),
                Score.of(LABELS, "labels", trainer.examples, fitted));
    }

    private Tagger tagger(TrainingPlan plan) throws IOException {
        WordClusters clusters = WordClusters.load(plan.models().resolve("words.bin"));
        return new TaggerTrainer(List.of("competitor"), clusters).fit(compared);
    }

    private double[][] priors() {
        return examples.stream().map(Example::priors).toArray(double[][]::new);
    }

    /** The last head corrects the sign model. */
    private static double[] prior(Draft draft) {
        double[] priors = new double[Labels.names().size()];
        priors[priors.length - 1] = draft.sign.margin();
        return priors;
    }

    /** @param teach whether the rows teach or hold what was learned before */
    private void add(List<JsonNode> all, boolean teach) {
        List<JsonNode> rows = new ArrayList<>();
        List<Labels.Told> labels = new ArrayList<>();
        for (JsonNode row : all) {
            Labels.Told own = Labels.of(row);
            if (own == null || row.path("language").asText().equals("en")) continue;
            rows.add(row);
            labels.add(own);
        }
        List<Draft> drafts = new Reading(reader).of(rows);
        for (int i = 0; i < rows.size(); i++) {
            Draft draft = drafts.get(i);
            Signals.addTo(draft.features, draft);
            Example own = new Example(
                    draft.features.hashes(),
                    labels.get(i).labels(),
                    group++,
                    labels.get(i).weight(),
                    draft.features.norm(),
                    prior(draft));
            if (before == null) examples.add(own);
            else if (teach) told.add(moving(own, rows.get(i)).knowing(before.margins(draft.features), OnTop.OWN));
            else examples.add(own.holding(before.margins(draft.features)));
            if (!rows.get(i).path("comparisons").isEmpty()) {
                compared.add(new TaggerTrainer.Sentence(draft, Spans.find(draft, competitors(rows.get(i)))));
            }
        }
    }

    /** What kind of set a text is like is told by big sets only. */
    private static Example moving(Example own, JsonNode row) {
        if (row.has("label")) return own;
        for (String head : List.of(LabelStage.STARS, "dining")) {
            own.labels()[Labels.names().indexOf(head)] = Example.UNKNOWN;
        }
        return own;
    }

    private static List<Spans.Named> competitors(JsonNode row) {
        List<Spans.Named> named = new ArrayList<>();
        for (JsonNode comparison : row.path("comparisons")) {
            named.add(new Spans.Named(0, comparison.path("competitor").asText()));
        }
        return named;
    }
}
