package huisheng.learning;

import huisheng.analysis.Draft;
import huisheng.analysis.PipelineFactory;
import huisheng.analysis.label.Signals;
import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.opinion.AspectFeatures;
import huisheng.analysis.opinion.AspectModel;
import huisheng.analysis.pack.Aspect;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.pack.Packs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Trains the aspects of one pack from reviews with {@code quads} or {@code aspects}; other rows are left out. */
final class AspectsTrainer {
    private static final HeadTrainer.Options TEXTS = new HeadTrainer.Options(0.5, 8, 3, 0.3, 5, 7);
    private static final HeadTrainer.Options CLAUSES = new HeadTrainer.Options(0.5, 8, 3, 0.3, 5, 7);
    private static final HeadTrainer.Options POLARITIES = new HeadTrainer.Options(0.2, 8, 3, 0, 5, 7);

    private final Pack pack;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<List<Judgement>> judgements = new ArrayList<>();
    private final List<String> names;
    private final Map<String, String> ids = new HashMap<>();

    private AspectsTrainer(TrainingPlan plan) throws IOException {
        this.pack = Packs.load(plan.home().resolve("corpora"), plan.pack());
        for (Aspect aspect : pack.aspects().values()) ids.put(aspect.name(), aspect.id());
        var reading = new Reading(PipelineFactory.signed(plan.home(), plan.models(), plan.pack()));
        for (Corpus corpus : plan.corpora()) {
            var rows = corpus.rows().stream()
                    .filter(row -> row.has("quads") || row.has("aspects"))
                    .toList();
            drafts.addAll(reading.of(rows));
            rows.forEach(row -> judgements.add(Judgement.of(row)));
        }
        for (Draft draft : drafts) Signals.addTo(draft.features, draft);
        TreeSet<String> seen = new TreeSet<>();
        judgements.forEach(list -> list.forEach(judgement -> seen.add(judgement.category())));
        names = List.copyOf(seen);
    }

    /** @throws IllegalArgumentException where the corpora judge an aspect that the pack does not have, or none at all */
    static Learned train(TrainingPlan plan) throws IOException {
        return new AspectsTrainer(plan).fit(AspectModel.files(plan.models(), plan.pack()));
    }

    private Learned fit(List<Path> files) throws IOException {
        if (names.isEmpty()) throw new IllegalArgumentException("no row judges an aspect");
        for (String name : names) {
            if (!ids.containsKey(name)) {
                throw new IllegalArgumentException("pack " + pack.id() + " has no aspect named " + name);
            }
        }
        HeadTrainer.Fitted clauses = new HeadTrainer(names, CLAUSES).fit(clauseRows());
        double[][][] margins = byText(clauses.margins());
        List<Example> rows = textRows();
        double[][] best = new double[rows.size()][names.size()];
        for (int i = 0; i < best.length; i++) {
            for (int a = 0; a < names.size(); a++) {
                int clause = AspectModel.best(margins[i], a);
                best[i][a] = clause < 0 ? 0 : margins[i][clause][a];
            }
        }
        HeadTrainer.Fitted texts = new HeadTrainer(names, TEXTS).fit(rows, best);
        List<Example> judged = polarityRows(margins);
        HeadTrainer.Fitted polarities = new HeadTrainer(Judgement.POLARITIES, POLARITIES).fit(judged);
        List<Score> scores = new ArrayList<>(Score.of(ModelFile.name(files.get(0)), "aspects", rows, texts));
        scores.addAll(Score.of(ModelFile.name(files.get(2)), "polarity of an aspect", judged, polarities));
        return new Learned(
                List.of(
                        ModelFile.write(files.get(0), texts.model()::save),
                        ModelFile.write(files.get(1), clauses.model()::save),
                        ModelFile.write(files.get(2), polarities.model()::save)),
                scores);
    }

    private List<Example> textRows() {
        List<Example> rows = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            byte[] labels = new byte[names.size()];
            for (Judgement judgement : judgements.get(i)) labels[names.indexOf(judgement.category())] = 1;
            rows.add(Example.of(drafts.get(i).features, labels, i));
        }
        return rows;
    }

    private List<Example> clauseRows() {
        List<Example> rows = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            byte[][] labels = clauseLabels(draft, judgements.get(i));
            for (int c = 0; c < labels.length; c++) {
                rows.add(Example.of(AspectFeatures.clause(draft, c), labels[c], i));
            }
        }
        return rows;
    }

    /** Where the corpus does not tell which of several clauses judges an aspect, none of them teaches it. */
    private byte[][] clauseLabels(Draft draft, List<Judgement> list) {
        byte[][] labels = new byte[draft.clauses.size()][names.size()];
        for (Judgement judgement : list) {
            int aspect = names.indexOf(judgement.category());
            int clause = labels.length == 1 ? 0 : clause(draft, judgement);
            for (int c = 0; c < labels.length; c++) {
                if (c == clause) labels[c][aspect] = 1;
                else if (clause < 0 && labels[c][aspect] == 0) labels[c][aspect] = Example.UNKNOWN;
            }
        }
        return labels;
    }

    private static int clause(Draft draft, Judgement judgement) {
        for (String words : judgement.words()) {
            int at = draft.normalised.indexOf(words);
            for (int c = 0; at >= 0 && c < draft.clauses.size(); c++) {
                if (at < draft.clauses.get(c).end()) return c;
            }
        }
        return -1;
    }

    private double[][][] byText(double[][] margins) {
        double[][][] byText = new double[drafts.size()][][];
        int next = 0;
        for (int i = 0; i < byText.length; i++) {
            int count = drafts.get(i).clauses.size();
            byText[i] = Arrays.copyOfRange(margins, next, next + count);
            next += count;
        }
        return byText;
    }

    private List<Example> polarityRows(double[][][] margins) {
        List<Example> rows = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            if (drafts.get(i).clauses.isEmpty()) continue;
            for (String category : new TreeSet<>(
                    judgements.get(i).stream().map(Judgement::category).toList())) {
                int aspect = names.indexOf(category);
                byte[] labels = new byte[Judgement.POLARITIES.size()];
                for (Judgement judgement : judgements.get(i)) {
                    if (judgement.category().equals(category))
                        labels[Judgement.POLARITIES.indexOf(judgement.polarity())] = 1;
                }
                FeatureSet features = AspectFeatures.polarity(
                        drafts.get(i),
                        aspect,
                        ids.getOrDefault(category, category),
                        AspectModel.best(margins[i], aspect));
                rows.add(Example.of(features, labels, i));
            }
        }
        return rows;
    }
}
